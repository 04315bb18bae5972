using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Imports.Running;

namespace YouthPlatform.GraduateTracking.ServiceRecords.Files;

/// <summary>The kinds of file: one a ledger.</summary>
internal sealed class LedgerFiles(LedgerDefinitions ledgers, IEventStore store, ContentReader reader, RecordsOnFile records)
{
    /// <summary>Name of the routes' parameter.</summary>
    public const string Parameter = "ledger";

    private readonly Dictionary<string, LedgerFile> _byLedger =
        ledgers.All.ToDictionary(ledger => ledger.Code, ledger => new LedgerFile(ledger, store, reader, records));

    public IEnumerable<ImportKind> All => _byLedger.Values;

    /// <summary>The kind of the ledger that a request names.</summary>
    public ImportKind Of(HttpRequest request) => _byLedger[ServiceRecordEndpoints.Find(ledgers, (string)request.RouteValues[Parameter]!).Code];
}
