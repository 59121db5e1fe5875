export const snippet = {
  "snippet.consent": "Consent",
  "snippet.required": "Asked for first",
  "snippet.assumed": "Assumed",
  "snippet.required_hint": 'Nothing is stored or sent until your banner calls candor.consent("granted").',
  "snippet.assumed_hint":
    'Begins at once, until candor.consent("denied"). Global Privacy Control and Do Not Track are respected either way.',
  "snippet.version": "Version",
  "snippet.pinned": "Pinned",
  "snippet.current": "Always current",
  "snippet.pinned_hint": "The browser refuses any file but this one, by its hash. It stays available after upgrades.",
  "snippet.current_hint": "Follows upgrades of this server within minutes, without a hash.",
  "snippet.head": "Into the head of every page",
  "snippet.policy": "Where the website has a Content-Security-Policy, add",
  "snippet.size": "Version {version}, {size} kB compressed, without dependencies.",
};
