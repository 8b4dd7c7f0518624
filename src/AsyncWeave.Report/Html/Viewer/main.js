import { installTheme } from "./theme.js";
import { readData } from "./data.js";
import { buildModel } from "./model.js";
import { hashOf, hashOfMethod, readRoute } from "./route.js";
import { keepAddressSettled, moveTo } from "./address.js";
import { methodsView } from "./methods.js";
import { findingsView } from "./findings.js";
import { methodView } from "./method.js";
import { mapView } from "./map.js";
import { compareView } from "./compare.js";
import { changeView } from "./change.js";
import { h, replace } from "./dom.js";

installTheme(document.getElementById("theme"));
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("main").focus();
});
start();

async function start() {
  const overview = document.getElementById("overview");
  const place = document.getElementById("view");
  const status = document.getElementById("status");
  let views;
  try {
    const data = await readData();
    views = createViews(buildModel(data), data.names.role, data.changes);
  } catch (error) {
    replace(place, h("p", { class: "problems" }, "The report's data could not be read: " + error.message));
    place.hidden = false;
    return;
  }

  let current = null;
  function show(route) {
    if (route.anchor) {
      const entry = views.model.methods.find((m) => m.anchor === route.anchor);
      if (entry) return location.replace(hashOfMethod(entry));
    }
    const view = Object.hasOwn(views.byName, route.view) ? views.byName[route.view] : undefined;
    overview.hidden = view !== undefined;
    place.hidden = view === undefined;
    markTab({ method: "methods", change: "overview" }[route.view] ?? (view ? route.view : "overview"));
    if (view) {
      if (place.firstChild !== view.element) replace(place, view.element);
      view.show(Object.fromEntries(route.query));
    }
    const name = view ? route.view : "overview";
    if (current !== null && (current !== name || name === "method")) arrive(name);
    current = name;
  }

  function arrive(name) {
    window.scrollTo(0, 0);
    document.getElementById("main").focus({ preventScroll: true });
    status.textContent = name === "method" ? document.querySelector("#view h2")?.textContent ?? "" : name;
  }

  function createViews(model, roles, changes) {
    if (changes) return { model, byName: { change: changeView(model, changes) } };
    const goIn = (name) => (state, quiet) => {
      const hash = hashOf(name, state);
      if (moveTo(hash, quiet)) show(readRoute(hash));
    };
    return {
      model,
      byName: {
        methods: methodsView(model, roles, goIn("methods")),
        findings: findingsView(model, goIn("findings")),
        compare: compareView(model, goIn("compare")),
        map: mapView(model, roles, goIn("map")),
        method: methodView(model),
      },
    };
  }

  keepAddressSettled();
  window.addEventListener("hashchange", () => show(readRoute(location.hash)));
  window.addEventListener("beforeprint", () => views.byName[current]?.print?.before());
  window.addEventListener("afterprint", () => views.byName[current]?.print?.after());
  document.addEventListener("keydown", (event) => {
    if (!views.byName.methods || event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName)) return;
    event.preventDefault();
    if (current !== "methods") location.hash = "#/methods";
    setTimeout(() => views.byName.methods.focus());
  });
  show(readRoute(location.hash));
  document.documentElement.dataset.ready = "true";
}

function markTab(name) {
  for (const tab of document.querySelectorAll("[data-view]")) {
    if (tab.dataset.view === name) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
}
