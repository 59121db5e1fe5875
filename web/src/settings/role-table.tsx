import { useQuery } from "@tanstack/react-query";
import { Check, Minus } from "lucide-react";
import { useT } from "../i18n/index.ts";
import { Section } from "../ui/index.ts";
import { permissionsQuery, roles } from "./members.ts";
import { permissionAreas, sentenceOf } from "./permission-words.ts";

/** What each role may do, as the server decides it. */
export function RoleTable() {
  const t = useT();
  const { data } = useQuery(permissionsQuery);
  if (!data) return null;
  return (
    <Section title={t("settings.roles")} aside={<span className="text-12 text-pretty">{t("settings.roles_text")}</span>} flush>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("settings.roles")}</caption>
        <thead>
          <tr className="text-12 text-subtle phone:text-11">
            <th scope="col" className="border-b px-4 py-1.5 text-start font-medium">
              {t("settings.permission")}
            </th>
            {roles.map((role) => (
              <th key={role} scope="col" className="w-18 border-b px-1 py-1.5 text-center font-medium phone:w-11 phone:px-0.5">
                {t(`settings.role_${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        {permissionAreas(t, data.items).map(({ area, title, permissions }) => (
          <tbody key={area}>
            <tr>
              <th scope="colgroup" colSpan={roles.length + 1} className="px-4 pt-3 pb-1 text-start text-12 font-medium text-subtle">
                {title}
              </th>
            </tr>
            {permissions.map((each) => (
              <tr key={each.permission} className="border-b last:border-b-0">
                <th scope="row" className="px-4 py-1.5 text-start font-regular phone:pe-1 phone:text-12">
                  {sentenceOf(t, each)}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-1 py-1.5 text-center">
                    <Mark has={each.roles.includes(role)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Section>
  );
}

function Mark({ has }: { has: boolean }) {
  const t = useT();
  return (
    <>
      {has ? (
        <Check size={16} className="inline text-success-text" aria-hidden />
      ) : (
        <Minus size={16} className="inline text-disabled" aria-hidden />
      )}
      <span className="sr-only">{has ? t("common.yes") : t("common.no")}</span>
    </>
  );
}
