using System.Reflection;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Http;
using YouthPlatform.ServiceDefaults.Reads;

namespace YouthPlatform.Internships.Reads;

/// <summary>
/// One page of a list, confined to what the caller may see: an official's regions, a host unit's or a person's own files. Bound
/// from <c>region</c>, <c>status</c>, <c>after</c> and <c>limit</c>.
/// </summary>
internal sealed class Listing
{
    /// <summary>The confinement as SQL over a table with <c>region</c>, <c>unit_id</c> and <c>status</c>.</summary>
    public const string Confined =
        """
        ($1::text[] IS NULL OR region LIKE ANY ($1)) AND ($2::text IS NULL OR unit_id IN (SELECT unit_id FROM host_units WHERE credit_code = $2))
        AND ($3::text IS NULL OR status = $3)
        """;

    /// <summary>The same over a table whose files belong to people too, with the person as $6.</summary>
    public const string ConfinedToPerson = Confined + " AND ($6::uuid IS NULL OR person_id = $6)";

    private Listing(string[]? regions, string? creditCode, Guid? person, string? status, Guid after, int limit) =>
        (Regions, CreditCode, Person, Status, After, Limit) = (regions, creditCode, person, status, after, limit);

    public string[]? Regions { get; }

    public string? CreditCode { get; }

    public Guid? Person { get; }

    public string? Status { get; }

    public Guid After { get; }

    public int Limit { get; }

    /// <summary>Parameters $1 to $5: the confinement, then the cursor and one row more than the page.</summary>
    public object?[] Parameters => [Regions, CreditCode, Status, After, Limit + 1];

    /// <summary>The same with the person as $6.</summary>
    public object?[] PersonParameters => [.. Parameters, Person];

    /// <summary>Binds from the request; called by the framework.</summary>
    public static ValueTask<Listing?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var query = context.Request.Query;
        string? Value(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
        var after = Value("after") is not { } cursor ? Guid.Empty
            : Guid.TryParse(cursor, out var id) ? id
            : throw ApiException.BadRequest("request.after_invalid", "after 应为上一页返回的 next。");
        int? limit = Value("limit") is not { } text ? null : int.TryParse(text, out var number) ? number : 0;
        return ValueTask.FromResult<Listing?>(
            Of(Caller.From(context.User), Value("region"), Value("status"), after, PageSize.Require(limit)));
    }

    private static Listing Of(Caller caller, string? region, string? status, Guid after, int limit)
    {
        if (caller.IsOfficial())
        {
            return new(RegionPatterns.Of(caller, region), null, null, status, after, limit);
        }

        return caller.Has(Roles.HostUnit)
            ? new(null, caller.Unit ?? "", null, status, after, limit)
            : new(null, null, caller.Person ?? Guid.Empty, status, after, limit);
    }
}
