// A shop as a single page: what its owner would write, with the SDK's calls where something happens.
/* global candor */
const coffees = {
  fernhill: { name: "Fernhill Espresso", price: 12.5, text: "Chocolate, hazelnut, a little orange." },
  lakeside: { name: "Lakeside Filter", price: 14, text: "Black tea and red berries." },
  decaf: { name: "Quiet Night Decaf", price: 13, text: "Caramel, without the rest." },
};
const main = document.querySelector("main");
const banner = document.querySelector("#banner");
const account = document.querySelector("#account");

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const link = (path, text) =>
  element("a", {
    href: path,
    textContent: text,
    onclick: (event) => {
      event.preventDefault();
      history.pushState({}, "", path);
      show();
    },
  });

const show = () => {
  const [, slug] = /^\/coffee\/(\w+)$/.exec(location.pathname) ?? [];
  const coffee = coffees[slug];
  if (!coffee) {
    document.title = "Fernhill Coffee";
    const rows = Object.entries(coffees).map(([key, { name, price }]) =>
      element("li", {}, link(`/coffee/${key}`, name), ` £${price.toFixed(2)}`),
    );
    return main.replaceChildren(element("h1", { textContent: "Our coffees" }), element("ul", {}, ...rows));
  }
  document.title = coffee.name;
  candor.track("product.viewed", { sku: slug, price: coffee.price });
  const buy = element("button", {
    type: "button",
    textContent: "Buy",
    onclick: () => {
      candor.track("order.placed", { sku: slug, total: coffee.price, currency: "GBP" });
      buy.replaceWith(element("p", { role: "status", textContent: "Thank you. It is on its way." }));
    },
  });
  main.replaceChildren(element("h1", { textContent: coffee.name }), element("p", { textContent: coffee.text }), buy);
};

const signIn = async () => {
  // The server knows who signed in, and signs it: a browser's word alone would be a claim.
  const { userId, name, signature } = await (await fetch("/sign-in", { method: "POST" })).json();
  candor.identify(userId, { name }, { signature });
  account.replaceChildren(
    `Hello, ${name} `,
    element("button", {
      type: "button",
      textContent: "Sign out",
      onclick: () => {
        candor.reset();
        signedOut();
      },
    }),
  );
};
const signedOut = () => account.replaceChildren(element("button", { type: "button", textContent: "Sign in", onclick: signIn }));

const choose = (choice) => {
  candor.consent(choice);
  localStorage.setItem("cookie-banner", choice);
  banner.hidden = true;
};
for (const button of banner.querySelectorAll("button")) button.onclick = () => choose(button.value);
banner.hidden = localStorage.getItem("cookie-banner") !== null;
document.querySelector("#home").onclick = (event) => {
  event.preventDefault();
  history.pushState({}, "", "/");
  show();
};
addEventListener("popstate", show);
signedOut();
show();
