// RFC 1951 by hand, for browsers without DecompressionStream.

const LENGTH_BASE = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
const DISTANCE_EXTRA = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

export function inflate(input) {
  const bits = bitReader(input);
  const output = growing();
  let last = false;
  while (!last) {
    last = bits.take(1) === 1;
    const kind = bits.take(2);
    if (kind === 0) copyStored(bits, output);
    else if (kind === 1) copyCoded(bits, output, fixedLiterals(), codes(new Array(30).fill(5)));
    else if (kind === 2) copyCoded(bits, output, ...readCodes(bits));
    else throw new Error("The report's data is damaged.");
  }
  return output.done();
}

function bitReader(input) {
  let at = 0;
  let held = 0;
  let count = 0;
  return {
    take(n) {
      while (count < n) {
        held |= input[at++] << count;
        count += 8;
      }
      const value = held & ((1 << n) - 1);
      held >>>= n;
      count -= n;
      return value;
    },
    toByte() {
      held = 0;
      count = 0;
    },
    slice(n) {
      at += n;
      return input.subarray(at - n, at);
    },
  };
}

function growing() {
  let buffer = new Uint8Array(1 << 20);
  let length = 0;
  const reserve = (n) => {
    if (length + n <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + n));
    larger.set(buffer);
    buffer = larger;
  };
  return {
    byte(value) {
      reserve(1);
      buffer[length++] = value;
    },
    bytes(values) {
      reserve(values.length);
      buffer.set(values, length);
      length += values.length;
    },
    repeat(distance, n) {
      reserve(n);
      for (let i = 0; i < n; i++, length++) buffer[length] = buffer[length - distance];
    },
    done: () => buffer.subarray(0, length),
  };
}

function copyStored(bits, output) {
  bits.toByte();
  const length = bits.take(16);
  bits.take(16);
  output.bytes(bits.slice(length));
}

function copyCoded(bits, output, literals, distances) {
  for (;;) {
    const symbol = literals(bits);
    if (symbol === 256) return;
    if (symbol < 256) {
      output.byte(symbol);
      continue;
    }
    const length = LENGTH_BASE[symbol - 257] + bits.take(LENGTH_EXTRA[symbol - 257]);
    const code = distances(bits);
    output.repeat(DISTANCE_BASE[code] + bits.take(DISTANCE_EXTRA[code]), length);
  }
}

// Canonical Huffman codes read bit by bit: at each length the first code and how many there are.
function codes(lengths) {
  const counts = new Array(16).fill(0);
  for (const length of lengths) counts[length]++;
  counts[0] = 0;
  const symbols = lengths.map((length, symbol) => ({ length, symbol })).filter((s) => s.length > 0)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol).map((s) => s.symbol);
  return (bits) => {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      code |= bits.take(1);
      if (code - first < counts[length]) return symbols[index + code - first];
      index += counts[length];
      first = (first + counts[length]) << 1;
      code <<= 1;
    }
    throw new Error("The report's data is damaged.");
  };
}

function fixedLiterals() {
  return codes(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
}

function readCodes(bits) {
  const literalCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const codeCount = bits.take(4) + 4;
  const codeLengths = new Array(19).fill(0);
  for (let i = 0; i < codeCount; i++) codeLengths[CODE_ORDER[i]] = bits.take(3);
  const lengths = readLengths(bits, codes(codeLengths), literalCount + distanceCount);
  return [codes(lengths.slice(0, literalCount)), codes(lengths.slice(literalCount))];
}

function readLengths(bits, code, count) {
  const lengths = [];
  while (lengths.length < count) {
    const symbol = code(bits);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...new Array(3 + bits.take(2)).fill(lengths.at(-1)));
    else lengths.push(...new Array(symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)).fill(0));
  }
  return lengths;
}
