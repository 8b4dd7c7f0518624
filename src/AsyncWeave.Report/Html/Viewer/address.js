// The address follows what is shown. A choice adds an entry that the back button leads away from; a keystroke replaces
// the one it changes, a moment later: browsers allow few changes a second, and each costs more than the search itself.

let waiting = null;
let timer = 0;

export function moveTo(hash, quiet) {
  if (hash === (waiting ?? location.hash)) return false;
  settle();
  if (!quiet) {
    history.pushState(null, "", hash);
    return true;
  }
  waiting = hash;
  timer = setTimeout(settle, 150);
  return true;
}

// Before anything leads away, the address must be that of what is left.
export function keepAddressSettled() {
  document.addEventListener("click", settle, true);
  document.addEventListener("keydown", (event) => event.key === "Enter" && settle(), true);
}

function settle() {
  clearTimeout(timer);
  if (waiting !== null) history.replaceState(null, "", waiting);
  waiting = null;
}
