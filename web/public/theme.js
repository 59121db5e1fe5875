// Runs before the first paint, so that no page flashes in the wrong theme. Reads one preference, nothing personal.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    let stored = null;
    try {
      stored = localStorage.getItem("candor.theme");
    } catch {
      // Storage is blocked: the system's choice it is.
    }
    const dark = stored === "dark" || (stored !== "light" && system.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  };
  apply();
  system.addEventListener("change", apply);
})();
