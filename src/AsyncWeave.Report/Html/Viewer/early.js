// Runs before the first paint: the page must not flash in the wrong theme, nor lay out what the viewer takes away.
document.documentElement.classList.add("js");
try {
  const theme = localStorage.getItem("asyncweave-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to pages opened from a file; the system's theme it is, then.
}
