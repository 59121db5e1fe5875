/** `https://shop.example`, `https://*.shop.example` (any name below it), `http://localhost:*` (any port), or `*` for everywhere. */
export const originPattern = /^(\*|https?:\/\/(\*\.)?[a-z0-9.-]+(:(\d{1,5}|\*))?)$/;

export const allowsOrigin = (origins: string[], origin: string): boolean =>
  origins.some((allowed) => {
    if (allowed === "*" || allowed === origin) return true;
    const [scheme = "", rest = ""] = allowed.split("://");
    if (!origin.startsWith(`${scheme}://`)) return false;
    const [host = "", port] = rest.split(":");
    const [theirHost = "", theirPort] = origin.slice(scheme.length + 3).split(":");
    if (port !== "*" && port !== theirPort) return false;
    return host.startsWith("*.") ? theirHost.endsWith(host.slice(1)) && theirHost.length > host.length - 1 : host === theirHost;
  });
