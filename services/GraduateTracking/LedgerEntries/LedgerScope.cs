namespace YouthPlatform.GraduateTracking.LedgerEntries;

/// <summary>
/// Which county answers for a row of <c>ledger_entries</c> on a day: the borrowing one while a temporary transfer lasts. Texts of SQL in which
/// <c>e</c> is the row.
/// </summary>
internal static class LedgerScope
{
    /// <summary>The county, on the day of parameter <c>$2</c>.</summary>
    public const string Region = "(CASE WHEN e.lent_until >= $2 THEN e.lent_to ELSE e.region END)";

    /// <summary>Whether it is one of the patterns of <c>$1</c>, on the day of <c>$2</c>.</summary>
    public const string Within =
        """
        ((e.region LIKE ANY ($1) AND (e.lent_until IS NULL OR e.lent_until < $2)) OR (e.lent_to LIKE ANY ($1) AND e.lent_until >= $2))
        """;
}
