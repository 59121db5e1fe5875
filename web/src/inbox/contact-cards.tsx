import { Avatar, CopyButton } from "../ui/index.ts";

interface Card {
  name: string;
  phones?: { phone?: string; type?: string }[];
  emails?: { email?: string }[];
  org?: string;
  organization?: string;
}

/** People passed on as cards. */
export function ContactCards({ content }: { content: Record<string, unknown> }) {
  const cards = Array.isArray(content.contacts) ? (content.contacts as Card[]) : [];
  return (
    <ul className="flex w-72 max-w-full flex-col gap-2 py-0.5">
      {cards.map((card) => (
        <li key={`${card.name} ${card.phones?.[0]?.phone ?? ""}`} className="flex items-start gap-2.5">
          <Avatar name={card.name} />
          <div className="min-w-0 flex-1">
            <p className="cut font-medium">
              <bdi>{card.name}</bdi>
            </p>
            {(card.organization ?? card.org) && <p className="cut text-12 text-subtle">{card.organization ?? card.org}</p>}
            {[...(card.phones ?? []).map((each) => each.phone), ...(card.emails ?? []).map((each) => each.email)].map(
              (value) =>
                value && (
                  <p key={value} className="num flex items-center gap-1 text-13 text-muted">
                    <bdi className="cut" dir="ltr">
                      {value}
                    </bdi>
                    <CopyButton value={value} />
                  </p>
                ),
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
