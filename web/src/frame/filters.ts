import { useNavigate, useSearch } from "@tanstack/react-router";

type Filters = Record<string, string | undefined>;

/**
 * Filters live in the address, so that a view can be sent to a colleague:
 * `const [filters, setFilters] = useFilters<{ q?: string; status?: string }>()`. Empty ones leave the address.
 */
export function useFilters<Shape extends Filters>() {
  const filters = useSearch({ strict: false } as never) as unknown as Shape;
  const navigate = useNavigate();
  const setFilters = (change: Partial<Shape>) =>
    navigate({
      to: ".",
      search: (before: Filters) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined && value !== "")),
      replace: true,
    } as never);
  return [filters, setFilters] as const;
}
