/** What people answer customers with; a small own list instead of a dependency of 400 kB. */
export const emojiGroups = {
  faces:
    "😀 😃 😄 😁 😅 😂 🤣 😊 🙂 😉 😍 🥰 😘 😋 😎 🤩 🥳 🤗 🤔 🤭 😌 😴 😮 😯 😳 🥺 😢 😭 😞 😔 😕 🙁 😟 😬 🙄 😤 😡 🤯 😱 🤒 🤕 🤝".split(
      " ",
    ),
  hands: "👍 👎 👌 🙏 👏 🙌 💪 ✌️ 🤞 👋 🤙 👉 👈 👆 👇 ☝️ ✋ 🫶 ❤️ 🧡 💛 💚 💙 💜 🖤 🤍 💔 💯 ✨ 🔥 ⭐ 🌟 🎉 🎊 🎁 🎂 🎈 💐 🌹 🌷 🌻 🌿".split(
    " ",
  ),
  things: "☕ 🍵 🥐 🍞 🍰 🍪 🍫 🍕 🥗 🍎 🍓 🍷 🍺 🛒 🛍️ 📦 🚚 🚲 ✈️ 🏠 🏪 📍 🗺️ 📅 ⏰ ⏳ 📞 📱 💻 📧 ✉️ 📄 📎 🧾 💳 💶 💵 🔑 🔒 💡 🔧 🧰".split(
    " ",
  ),
  signs: "✅ ☑️ ✔️ ❌ ⚠️ ❗ ❓ ℹ️ 🔔 🔕 ➡️ ⬅️ ⬆️ ⬇️ 🔄 ➕ ➖ 1️⃣ 2️⃣ 3️⃣ 🆕 🆗 🟢 🟡 🔴 🔵 ⚪ ⚫ ☀️ 🌤️ 🌧️ ❄️ 🌈 🌙 🐶 🐱 🐰 🦋 🐝 🌍 🏆 ⚽".split(" "),
} as const;
export type EmojiGroup = keyof typeof emojiGroups;
