using YouthPlatform.EventStore;
using YouthPlatform.GraduateTracking.ServiceRecords.Definitions;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Http;

namespace YouthPlatform.GraduateTracking.ServiceRecords;

/// <summary>Ids of records that may be sent more than once: the same record has the same id, whoever sends it and whichever way.</summary>
internal static class RecordIds
{
    private const int LongestReference = 100;

    private static readonly Guid Namespace = DerivedId.Create(DerivedId.UrlNamespace, "/youthplatform/graduate-tracking/service-records");

    /// <summary>The id of a record by the reference under which its authority keeps it. The reference itself is not kept.</summary>
    /// <exception cref="ApiException">400: the reference is too long.</exception>
    public static Guid Of(LedgerDefinition ledger, RegionCode region, string reference) => reference.Trim() is { Length: > 0 and <= LongestReference } known
        ? DerivedId.Create(Namespace, $"{ledger.Code} {region.Value} reference {known}")
        : throw ApiException.BadRequest("service_record.reference_invalid", $"来源编号应为 1 至 {LongestReference} 字。");

    /// <summary>The id of a record without a reference, from a file.</summary>
    public static Guid Of(LedgerDefinition ledger, RegionCode region, ServiceContent content) =>
        DerivedId.Create(Namespace, $"{ledger.Code} {region.Value} content {content.Text}");
}
