namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>Names of artefacts across all agencies. The platform maintains all of its own, each in one version.</summary>
internal static class Urn
{
    public const string Agency = "YOUTHPLATFORM";
    public const string Version = "1.0.0";

    /// <summary>Version of schemes of agencies and data providers, which the standard prescribes.</summary>
    public const string OrganisationsVersion = "1.0";

    public static string DataProvider(string id) =>
        $"urn:sdmx:org.sdmx.infomodel.base.DataProvider={Agency}:{Providers.SchemeId}({OrganisationsVersion}).{id}";

    public static string Dataflow(string id) => Of("datastructure.Dataflow", id);

    public static string DataStructure(string id) => Of("datastructure.DataStructure", id);

    public static string Codelist(string id) => Of("codelist.Codelist", id);

    public static string Concept(string id) => $"{Of("conceptscheme.Concept", Concepts.Scheme)}.{id}";

    public static string Of(string kind, string id) => $"urn:sdmx:org.sdmx.infomodel.{kind}={Agency}:{id}({Version})";
}
