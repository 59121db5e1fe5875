// The few lines in a page that take calls until the script has loaded; it answers them in order. The same for every site, so that a CSP can name its hash.
// biome-ignore lint/suspicious/noExplicitAny: the stub stands in for an object that does not exist yet.
((page: any) => {
  // biome-ignore lint/suspicious/noAssignInExpressions: every byte is in every page.
  const candor = (page.candor ??= { q: [] });
  for (const name of "init track page identify alias reset consent flush debug".split(" "))
    candor[name] ??= function () {
      // biome-ignore lint/complexity/noArguments: kept as they are
      candor.q.push([name, arguments]);
    };
})(window);
