// The page for an address that does not exist: its last words are put into the search field.
const field = document.querySelector(".bf-find--missing input");

function asked() {
  const parts = location.pathname.replace(/(index|404)?\.html?$/, "").split("/").filter(Boolean);
  try {
    return decodeURIComponent(parts.pop() || "").replace(/[-_+.]+/g, " ").trim().slice(0, 100);
  } catch {
    return ""; // no UTF-8
  }
}

field.value = field.value || asked();
