using YouthPlatform.Policy;
using YouthPlatform.Reporting.Facts;

namespace YouthPlatform.Reporting.Indicators;

/// <summary>What an event that ends or replaces something takes from a figure.</summary>
internal static class LaterEvent
{
    public static IEnumerable<Contribution> Of(Indicator indicator, FormLaterEvent later, FactRecorded fact)
    {
        var date = fact.DateOf(later.DateField);
        var matches = fact.Matches(indicator.Filters);
        var key = Opening.KeyOf(indicator, fact);
        if (!indicator.Covers(date) || key is null || (!matches && indicator.ReplacedBy is null))
        {
            return [];
        }

        var amount = matches ? Opening.AmountOf(indicator, fact) : 0;
        return Opening.UnitsOf(indicator, fact).Select(scope =>
            new Contribution(indicator, scope, date, key, indicator.ReplacedBy is null ? -amount : amount) { Item = Opening.ItemOf(indicator, fact) });
    }
}
