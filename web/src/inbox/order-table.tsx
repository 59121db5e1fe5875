import { useFormat, useT } from "../i18n/index.ts";

interface Item {
  productRetailerId: string | null;
  quantity: number;
  price: number | null;
  currency: string | null;
}

export function OrderTable({ content }: { content: Record<string, unknown> }) {
  const t = useT();
  const format = useFormat();
  const items = Array.isArray(content.items) ? (content.items as Item[]) : [];
  const price = (value: number, currency: string | null) =>
    format.number(value, currency ? { style: "currency", currency } : { minimumFractionDigits: 2 });
  const [first] = items;
  const sum = items.reduce((total, item) => total + (item.price ?? 0) * item.quantity, 0);
  const oneCurrency = items.every((item) => item.currency === first?.currency && item.price !== null);
  return (
    <div className="min-w-60">
      <table className="w-full text-13">
        <caption className="pb-1 text-start text-14 font-medium">{t("inbox.order", { count: items.length })}</caption>
        <thead className="sr-only">
          <tr>
            <th>{t("inbox.order_item")}</th>
            <th>{t("inbox.order_quantity")}</th>
            <th>{t("inbox.order_price")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.productRetailerId} className="border-t border-line-strong">
              <td className="py-1 pe-4">
                <bdi>{item.productRetailerId}</bdi>
              </td>
              <td className="num py-1 pe-4 text-end text-muted">{format.number(item.quantity)} ×</td>
              <td className="num py-1 text-end">{item.price === null ? "" : price(item.price, item.currency)}</td>
            </tr>
          ))}
        </tbody>
        {oneCurrency && first && (
          <tfoot>
            <tr className="border-t border-line-strong font-medium">
              <td colSpan={2} className="py-1 pe-4">
                {t("inbox.order_total")}
              </td>
              <td className="num py-1 text-end">{price(sum, first.currency)}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {typeof content.text === "string" && (
        <p dir="auto" className="pt-1">
          {content.text}
        </p>
      )}
    </div>
  );
}
