// Runs before anything else in every frame: takes down what happens that should not.
(() => {
  const seen = [];
  const tell = (what) => seen.length < 20 && seen.push(String(what).slice(0, 300));
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    const stub = { [name]: (...given) => void tell(`dialog: ${name}(${given.join(", ")})`) }[name];
    Object.defineProperty(window, name, { value: stub, writable: true, configurable: true, enumerable: true });
  }
  addEventListener("error", (event) => {
    if (event.target === window) tell(`script error: ${event.message}`);
  }, true);
  addEventListener("unhandledrejection", (event) => tell(`rejected: ${event.reason}`));
  const kept = new Set(Object.getOwnPropertyNames(window));
  Object.defineProperty(window, Symbol.for("seen"), { value: () => [seen, kept] });
})();
