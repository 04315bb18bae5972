using System.Security.Cryptography;
using YouthPlatform.Reporting.Sdmx.Data;
using YouthPlatform.Reporting.Sdmx.Structures;
using YouthPlatform.ServiceDefaults.Authorization;

namespace YouthPlatform.Reporting.Sdmx;

/// <summary>SDMX-REST 2: structures, data and their availability, for programs of the statistics bureau.</summary>
internal static class SdmxEndpoints
{
    public static IEndpointRouteBuilder MapSdmx(this IEndpointRouteBuilder routes)
    {
        var sdmx = routes.MapGroup("/sdmx/v2").WithTags("sdmx").RequireRoles(Officials.Readers).AddEndpointFilter(SdmxAnswers.DescribeFaultsAsync);
        sdmx.MapGet("structure/{type=*}/{agency=*}/{id=*}/{version=~}/{items=*}", Structures)
            .WithName("ReadSdmxStructures").WithSummary("Dataflows, data structures, codelists, concepts, agencies, data providers, provision agreements and constraints as SDMX-JSON 2.0")
            .WithDescription("Parameters as in SDMX-REST 2: `references` and `detail`. Example: `/sdmx/v2/structure/dataflow/*/*/~?references=descendants`.")
            .Produces<Stream>(StatusCodes.Status200OK, SdmxFormat.StructureJson.MediaType);
        sdmx.MapGet("data/{context=*}/{agency=*}/{id=*}/{version=*}/{key=*}", DataAsync)
            .WithName("ReadSdmxData").WithSummary("Figures of submitted forms as SDMX-JSON 2.0 or SDMX-CSV 2.0")
            .WithDescription(
                "Parameters as in SDMX-REST 2: `c[component]` with operators, `updatedAfter`, `asOf`, `includeHistory`, `firstNObservations`, "
                + "`lastNObservations`, `dimensionAtObservation`, `attributes`, `measures`, `offset`, `limit`, `sort`. "
                + "Figures of forms that are still compiled are given where `c[FORM_STATE]` asks for `COMPILING`. "
                + "Example: `/sdmx/v2/data/dataflow/YOUTHPLATFORM/H32_PROGRESS/1.0.0/M.430100.C05?c[TIME_PERIOD]=ge:2023-05+le:2023-08`.")
            .Produces<Stream>(StatusCodes.Status200OK, SdmxFormat.DataJson.MediaType, SdmxFormat.DataCsv.MediaType)
            .Produces(StatusCodes.Status204NoContent);
        sdmx.MapGet("availability/{context}/{agency=*}/{id=*}/{version=*}/{key=*}/{component=*}", AvailabilityAsync)
            .WithName("ReadSdmxAvailability").WithSummary("Which codes figures are there for, as SDMX-JSON 2.0")
            .Produces<Stream>(StatusCodes.Status200OK, SdmxFormat.StructureJson.MediaType)
            .Produces(StatusCodes.Status204NoContent);
        return routes;
    }

    private static IResult Structures(
        string type, string agency, string id, string version, string items, StructureBook book, TimeProvider time, HttpContext http)
    {
        var (format, _) = SdmxFormat.Negotiate(http.Request, SdmxFormat.StructureJson);
        var query = new RawQuery(http.Request.QueryString);
        query.Allow("detail", "references", "asOf");
        var question = new StructureQuery(type, agency, id, version, items, query["detail"] ?? "full", query["references"] ?? "none");
        var content = question.Answer(book) ?? throw SdmxException.NotFound("没有这种结构。");
        var (bytes, contentId) = SdmxMessage.Of(content, isData: false, time);
        return SdmxAnswers.Content(http, bytes, contentId, format);
    }

    private static async Task<IResult> DataAsync(
        [AsParameters] DataAddress address, string key, StructureBook book, DataReader reader, Caller caller, TimeProvider time, HttpContext http)
    {
        var (format, asked) = SdmxFormat.Negotiate(http.Request, SdmxFormat.DataJson, SdmxFormat.DataCsv);
        var query = DataQuery.Parse(key, new RawQuery(http.Request.QueryString));
        var answers = await AnswersAsync(address.Structures(book), query, reader, caller, http.RequestAborted);
        if (answers.Count == 0)
        {
            return TypedResults.NoContent();
        }

        if (format == SdmxFormat.DataCsv)
        {
            var csv = new DataCsv(book, query, SdmxFormat.OptionsOf(asked)).Write(answers);
            return SdmxAnswers.Content(http, csv, Convert.ToHexStringLower(SHA256.HashData(csv).AsSpan(0, 16)), format);
        }

        var (bytes, contentId) = SdmxMessage.Of(new DataJson(book, query).Write(answers), isData: true, time);
        return SdmxAnswers.Content(http, bytes, contentId, format);
    }

    private static async Task<IResult> AvailabilityAsync(
        [AsParameters] DataAddress address,
        string key,
        string component,
        StructureBook book,
        DataReader reader,
        Caller caller,
        TimeProvider time,
        HttpContext http)
    {
        var (format, _) = SdmxFormat.Negotiate(http.Request, SdmxFormat.StructureJson);
        var question = AvailabilityQuery.Parse(key, component, new RawQuery(http.Request.QueryString));
        var answers = await AnswersAsync(address.Structures(book), question.Data, reader, caller, http.RequestAborted);
        if (answers.Count == 0)
        {
            return TypedResults.NoContent();
        }

        var (bytes, contentId) = SdmxMessage.Of(question.Answer(answers), isData: false, time);
        return SdmxAnswers.Content(http, bytes, contentId, format);
    }

    private static async Task<List<FormData>> AnswersAsync(
        IReadOnlyList<FormStructure> structures, DataQuery query, DataReader reader, Caller caller, CancellationToken cancellationToken)
    {
        List<FormData> answers = [];
        foreach (var structure in structures)
        {
            if (await reader.ReadAsync(structure, query, caller, cancellationToken) is { DataSets.Count: > 0 } answer)
            {
                answers.Add(answer);
            }
        }

        return answers;
    }
}

/// <summary>Where data are asked for.</summary>
/// <param name="Context">Dataflow, data structure, provision agreement or any.</param>
/// <param name="Agency">Agencies between commas, or any.</param>
/// <param name="Id">Ids between commas, or any.</param>
/// <param name="Version">Versions.</param>
internal sealed record DataAddress(string Context, string Agency, string Id, string Version)
{
    /// <summary>The forms that are meant.</summary>
    /// <exception cref="SdmxException">There are none.</exception>
    public IReadOnlyList<FormStructure> Structures(StructureBook book)
    {
        var fits = StructureQuery.Names(Agency, Urn.Agency) && SdmxException.Reading(() => VersionQuery.Matches(Version, Urn.Version));
        var found = book.Forms.Where(_ => fits).Select(Meant).OfType<FormStructure>().ToList();
        return found.Count == 0 ? throw SdmxException.NotFound("没有这种数据流。") : found;
    }

    /// <summary>The form as far as it is meant: of provision agreements, with their units only; null when it is not.</summary>
    private FormStructure? Meant(FormStructure structure) => Context switch
    {
        "dataflow" or "*" => StructureQuery.Names(Id, structure.Id) ? structure : null,
        "datastructure" => StructureQuery.Names(Id, structure.DataStructureId) ? structure : null,
        "provisionagreement" => structure.Units.Where(unit => StructureQuery.Names(Id, Providers.AgreementOf(structure, unit))).ToList() is { Count: > 0 } units
            ? structure with { Units = units }
            : null,
        _ => throw SdmxException.Syntax("应按 dataflow、datastructure 或 provisionagreement 查询。"),
    };
}
