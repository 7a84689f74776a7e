// @ts-check
// Small kindnesses on top of pages that work without them.

// A form that came back with something to mend: go to the list of what, so that it is read first.
document.getElementById("errors")?.focus();

// How many characters are left, said only when few are.
for (const area of document.querySelectorAll("textarea[maxlength]")) {
  if (!(area instanceof HTMLTextAreaElement)) continue;
  const left = document.createElement("p");
  left.className = "field__count";
  left.setAttribute("role", "status");
  left.hidden = true;
  area.after(left);
  area.addEventListener("input", () => {
    const rest = area.maxLength - area.value.length;
    left.hidden = rest > area.maxLength / 5;
    left.textContent = `${rest.toLocaleString(document.documentElement.lang)} / ${area.maxLength.toLocaleString(document.documentElement.lang)}`;
  });
}

// One press sends once.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.getAttribute("aria-busy") === "true") event.preventDefault();
    form.setAttribute("aria-busy", "true");
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
});
