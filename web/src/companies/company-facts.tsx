import type { ReactNode } from "react";
import { useMembers } from "../contacts/contact-data.ts";
import { InlineText, inlineClasses } from "../contacts/inline-text.tsx";
import { nameOf, regions } from "../contacts/places.ts";
import { MemberPicker } from "../deals/pickers.tsx";
import { useLanguage, useT } from "../i18n/index.ts";
import { Avatar, Combobox, cx, Select, Textarea } from "../ui/index.ts";
import { type Company, type CompanyChange, companySizes } from "./company-data.ts";

const none = "none";

/** What is known of a company; each fact is changed where it stands. */
export function CompanyFacts({ company, mayWrite, save }: { company: Company; mayWrite: boolean; save: (change: CompanyChange) => void }) {
  const t = useT();
  const [language] = useLanguage();
  const owner = useMembers().find((member) => member.id === company.ownerId);
  const text = (field: "domain" | "website" | "phone" | "industry" | "address", ltr?: boolean) => (
    <Fact key={field} label={t(`companies.${field}`)}>
      {mayWrite ? (
        <InlineText
          label={t(`companies.${field}`)}
          value={company[field] ?? ""}
          placeholder={t("companies.not_given")}
          onSave={(value) => save({ [field]: value || null })}
        />
      ) : field === "website" && company.website ? (
        <a href={company.website} target="_blank" rel="noreferrer noopener" className="cut text-accent-text" dir="ltr">
          {company.website}
        </a>
      ) : (
        <Value ltr={ltr}>{company[field]}</Value>
      )}
    </Fact>
  );
  return (
    <dl className="flex flex-col gap-0.5">
      {text("domain", true)}
      {text("website", true)}
      {text("phone", true)}
      {text("industry")}
      <Fact label={t("companies.size")}>
        {mayWrite ? (
          <Select
            quiet
            label={t("companies.size")}
            className="-ms-1.5 text-text!"
            value={company.size ?? none}
            onChange={(size) => save({ size: size === none ? null : (size as Company["size"]) })}
            options={[
              { value: none, label: t("companies.not_given") },
              ...companySizes.map((size) => ({ value: size as string, label: size })),
            ]}
          />
        ) : (
          <Value>{company.size}</Value>
        )}
      </Fact>
      {text("address")}
      <Fact label={t("companies.country")}>
        {mayWrite ? (
          <Combobox
            label={t("companies.country")}
            value={company.country ?? none}
            onChange={(country) => save({ country: country === none ? null : country })}
            options={[{ value: none, label: t("companies.not_given") }, ...regions(language, company.country)]}
            trigger={
              <button type="button" className={`${inlineClasses} flex items-center`}>
                <bdi className={cx("cut", !company.country && "text-subtle")}>
                  {company.country ? nameOf("region", company.country, language) : t("companies.not_given")}
                </bdi>
              </button>
            }
          />
        ) : (
          <Value>{company.country && nameOf("region", company.country, language)}</Value>
        )}
      </Fact>
      <Fact label={t("companies.owner")}>
        {mayWrite ? (
          <MemberPicker
            label={t("companies.owner")}
            value={company.ownerId}
            onChange={(ownerId) => save({ ownerId })}
            empty={t("companies.nobody")}
            trigger={
              <button
                type="button"
                aria-label={`${t("companies.owner")}: ${owner?.name ?? t("companies.nobody")}`}
                className={`${inlineClasses} flex items-center gap-1.5`}
              >
                {owner && <Avatar name={owner.name} size={20} />}
                <bdi className={cx("cut", !owner && "text-subtle")}>{owner?.name ?? t("companies.nobody")}</bdi>
              </button>
            }
          />
        ) : (
          <Value>{owner?.name}</Value>
        )}
      </Fact>
      <div className="pt-2">
        <dt className="pb-1 text-subtle">{t("companies.notes")}</dt>
        <dd>
          {mayWrite ? (
            <Textarea
              key={company.updatedAt}
              aria-label={t("companies.notes")}
              rows={4}
              maxLength={10_000}
              dir="auto"
              defaultValue={company.notes ?? ""}
              onBlur={(event) => event.target.value.trim() !== (company.notes ?? "") && save({ notes: event.target.value.trim() || null })}
            />
          ) : (
            <p className="whitespace-pre-wrap" dir="auto">
              {company.notes}
            </p>
          )}
        </dd>
      </div>
    </dl>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-2">
    <dt className="cut leading-7 text-subtle phone:leading-10">{label}</dt>
    <dd className="flex min-h-7 min-w-0 items-center phone:min-h-10">{children}</dd>
  </div>
);

function Value({ children, ltr }: { children: ReactNode; ltr?: boolean | undefined }) {
  const t = useT();
  return children ? (
    <bdi className="cut" dir={ltr ? "ltr" : undefined}>
      {children}
    </bdi>
  ) : (
    <span className="text-subtle">{t("companies.not_given")}</span>
  );
}
