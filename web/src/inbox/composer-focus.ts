/** One composer is on the page at a time. */
let field: HTMLElement | null = null;
export const registerComposer = (element: HTMLElement | null) => {
  field = element;
};
export const focusComposer = () => requestAnimationFrame(() => field?.focus());
