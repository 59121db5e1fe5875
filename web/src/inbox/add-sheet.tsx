import type { Adding } from "./add-menu.tsx";
import { ContactSheet } from "./contact-sheet.tsx";
import type { Conversation } from "./conversation-data.ts";
import { InteractiveSheet } from "./interactive-sheet.tsx";
import { LocationSheet } from "./location-sheet.tsx";

/** The form of what was chosen in the menu. Loaded when it is first opened. */
export function AddSheet({ conversation, adding, onClose }: { conversation: Conversation; adding: Adding; onClose: () => void }) {
  if (adding === "location") return <LocationSheet conversation={conversation} onClose={onClose} />;
  if (adding === "contact") return <ContactSheet conversation={conversation} onClose={onClose} />;
  return <InteractiveSheet conversation={conversation} kind={adding} onClose={onClose} />;
}
