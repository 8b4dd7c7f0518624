import { inflate } from "./inflate.js";

// The report's facts: base64 in the page, deflated, JSON.
export async function readData() {
  const element = document.getElementById("data");
  const packed = fromBase64(element.textContent.trim());
  element.remove();
  return JSON.parse(new TextDecoder().decode(await unpacked(packed)));
}

async function unpacked(packed) {
  if (typeof DecompressionStream === "undefined") return inflate(packed);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const binary = atob(text);
  const result = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) result[i] = binary.charCodeAt(i);
  return result;
}
