const ORDER = ["system", "light", "dark"];
const LOOKS = { system: ["◐", "as the system"], light: ["☀", "light"], dark: ["☾", "dark"] };

// The button walks from the system's theme to light, to dark and back.
export function installTheme(button) {
  const show = (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = LOOKS[theme][0];
    button.setAttribute("aria-label", "Theme: " + LOOKS[theme][1]);
    button.title = "Theme: " + LOOKS[theme][1];
  };
  let theme = document.documentElement.dataset.theme ?? "system";
  show(theme);
  button.addEventListener("click", () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
    show(theme);
    keep(theme);
  });
}

function keep(theme) {
  try {
    localStorage.setItem("asyncweave-theme", theme);
  } catch {
    // Without storage the choice holds for as long as the page is open.
  }
}
