using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>Who delivers figures: every reporting unit is a data provider, and agrees to each form that it owes.</summary>
internal static class Providers
{
    /// <summary>Id of every scheme of data providers.</summary>
    public const string SchemeId = "DATA_PROVIDERS";

    /// <summary>The units of all forms.</summary>
    public static Artefact Scheme(IEnumerable<FormStructure> forms) => new(
        ArtefactType.DataProviderScheme,
        Urn.Agency,
        SchemeId,
        "填报单位",
        new JsonObject
        {
            ["dataProviders"] = new JsonArray(
            [
                .. forms.SelectMany(form => form.Units).DistinctBy(unit => unit.Code).OrderBy(unit => unit.Code).Select(unit => new JsonObject
                {
                    ["id"] = unit.Code.Value,
                    ["name"] = unit.Name,
                    ["names"] = Artefact.Names(unit.Name, null),
                }),
            ]),
        },
        [(ArtefactType.AgencyScheme, Concepts.AgencySchemeId)]) { EnglishName = "Reporting units" };

    /// <summary>Id of the agreement of a unit on a form.</summary>
    public static string AgreementOf(FormStructure form, Region unit) => $"PA_{form.Id}_{unit.Code}";

    /// <summary>The agreements on a form.</summary>
    public static IEnumerable<Artefact> Agreements(FormStructure form) => form.Units.Select(unit => new Artefact(
        ArtefactType.ProvisionAgreement,
        Urn.Agency,
        AgreementOf(form, unit),
        $"{form.Form.Title}：{unit.Name}",
        new JsonObject { ["dataflow"] = Urn.Dataflow(form.Id), ["dataProvider"] = Urn.DataProvider(unit.Code.Value) },
        [
            (ArtefactType.Dataflow, form.Id),
            (ArtefactType.DataProviderScheme, SchemeId),
            (ArtefactType.AgencyScheme, Concepts.AgencySchemeId),
        ]));
}
