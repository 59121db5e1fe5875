/** The nonce with which the server allows the few <style> elements that libraries add (Radix's scroll lock and Select). */
const content = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

export const cspNonce = content && !content.startsWith("__") ? content : undefined;

// get-nonce, which react-remove-scroll asks, reads this global.
if (cspNonce) (globalThis as { __webpack_nonce__?: string }).__webpack_nonce__ = cspNonce;
