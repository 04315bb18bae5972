using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Reporting.Sdmx.Structures;

/// <summary>A question for structures.</summary>
/// <param name="Type">Type of the artefact, or <c>*</c>.</param>
/// <param name="Agency">Agencies between commas, or <c>*</c>.</param>
/// <param name="Id">Ids between commas, or <c>*</c>.</param>
/// <param name="Version">Versions.</param>
/// <param name="Items">Items of an item scheme between commas, or <c>*</c>.</param>
/// <param name="Detail">How much of what is found.</param>
/// <param name="References">What else beside it.</param>
internal sealed record StructureQuery(string Type, string Agency, string Id, string Version, string Items, string Detail, string References)
{
    private const string Any = "*";

    private static readonly string[] Details =
        ["full", "allstubs", "referencestubs", "allcompletestubs", "referencecompletestubs", "referencepartial", "raw"];

    private static readonly string[] Relations = ["none", "parents", "parentsandsiblings", "ancestors", "children", "descendants", "all"];

    /// <summary>Whether a text between commas, or any, is asked for.</summary>
    public static bool Names(string query, string id) => query == Any || query.Split(',').Contains(id, StringComparer.Ordinal);

    /// <summary>Answers from the book; null when nothing is found.</summary>
    /// <exception cref="SdmxException">The question is not one.</exception>
    public JsonObject? Answer(StructureBook book)
    {
        Check();
        List<Artefact> found = [.. book.Artefacts.Where(Fits).Select(Reduced).OfType<Artefact>()];
        if (found.Count == 0)
        {
            return null;
        }

        var ids = found.Select(artefact => (artefact.Type, artefact.Id)).ToHashSet();
        var others = Referenced(book, found).Where(artefact => ids.Add((artefact.Type, artefact.Id))).ToList();
        var areOthersStubs = Detail is not "full" and not "raw" and not "referencepartial";
        var members = found.Select(artefact => (artefact.Type, Json: artefact.ToJson(asStub: Detail is "allstubs" or "allcompletestubs")))
            .Concat(others.Select(artefact => (artefact.Type, Json: Partial(artefact, book, ids).ToJson(areOthersStubs))));
        return new JsonObject(members
            .GroupBy(member => member.Type.Member)
            .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)new JsonArray([.. group.Select(member => member.Json)]))));
    }

    private void Check()
    {
        if (Type != Any && ArtefactType.All.All(type => type.Name != Type) && !ArtefactType.Others.Contains(Type))
        {
            throw SdmxException.Syntax($"没有这种结构：{Type}。");
        }

        if (!Details.Contains(Detail))
        {
            throw SdmxException.Syntax($"detail 应为 {string.Join("、", Details)} 之一。");
        }

        var unknown = References.Split(',').FirstOrDefault(reference =>
            !Relations.Contains(reference) && ArtefactType.All.All(type => type.Name != reference) && !ArtefactType.Others.Contains(reference));
        if (unknown is not null)
        {
            throw SdmxException.Syntax($"references 不能为 {unknown}。");
        }
    }

    private bool Fits(Artefact artefact) =>
        (Type == Any || artefact.Type.Name == Type)
        && Names(Agency, artefact.Agency)
        && Names(Id, artefact.Id)
        && SdmxException.Reading(() => VersionQuery.Matches(Version, artefact.Version));

    private Artefact? Reduced(Artefact artefact)
    {
        if (Items == Any)
        {
            return artefact;
        }

        var kept = artefact.Items is null ? null : artefact.With(Items.Split(',').ToHashSet(StringComparer.Ordinal));
        return kept?.Items is { Count: > 0 } ? kept : null;
    }

    private IEnumerable<Artefact> Referenced(StructureBook book, IReadOnlyList<Artefact> found) =>
        References.Split(',').SelectMany(reference => reference switch
        {
            "none" => [],
            "children" => found.SelectMany(book.ChildrenOf),
            "descendants" => Closure(found, book.ChildrenOf),
            "parents" => found.SelectMany(book.ParentsOf),
            "ancestors" => Closure(found, book.ParentsOf),
            "parentsandsiblings" => WithSiblings(book, found),
            "all" => WithSiblings(book, found).Concat(Closure(found, book.ChildrenOf)),
            _ => Closure(found, book.ChildrenOf).Concat(Closure(found, book.ParentsOf)).Where(artefact => artefact.Type.Name == reference),
        });

    private static IEnumerable<Artefact> WithSiblings(StructureBook book, IReadOnlyList<Artefact> found) =>
        found.SelectMany(book.ParentsOf).SelectMany(parent => book.ChildrenOf(parent).Prepend(parent));

    private static List<Artefact> Closure(IReadOnlyList<Artefact> found, Func<Artefact, IEnumerable<Artefact>> next)
    {
        List<Artefact> reached = [];
        var waiting = new Queue<Artefact>(found);
        while (waiting.TryDequeue(out var artefact))
        {
            foreach (var other in next(artefact).Where(other => !reached.Contains(other)))
            {
                reached.Add(other);
                waiting.Enqueue(other);
            }
        }

        return reached;
    }

    /// <summary>The divisions that the dataflows in the answer have units in, where only what is used is asked for.</summary>
    private Artefact Partial(Artefact artefact, StructureBook book, HashSet<(ArtefactType, string)> answered)
    {
        if (Detail != "referencepartial" || artefact is not { Id: Codelists.Areas })
        {
            return artefact;
        }

        var forms = book.Forms.Where(form =>
            answered.Contains((ArtefactType.Dataflow, form.Id)) || answered.Contains((ArtefactType.DataStructure, form.DataStructureId)));
        var units = forms.SelectMany(form => form.Units).Select(unit => unit.Code).ToList();
        return units.Count == 0
            ? artefact
            : artefact.With(units
                .SelectMany(code => new[] { code, code.Prefecture, code.Province })
                .OfType<RegionCode>()
                .Select(code => code.Value)
                .ToHashSet());
    }
}
