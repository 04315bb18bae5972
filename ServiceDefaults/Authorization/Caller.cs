using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using YouthPlatform.Policy;

namespace YouthPlatform.ServiceDefaults.Authorization;

/// <summary>Who calls, as the token says. A route's handler takes it as a parameter.</summary>
/// <param name="Subject">The token's subject: an account, never a person's name.</param>
/// <param name="Roles">Roles, see <see cref="Authorization.Roles"/>.</param>
/// <param name="Regions">Regions that the caller answers for, each with all regions below it.</param>
/// <param name="Unit">Unified social credit code of the unit the caller acts for.</param>
/// <param name="Person">Id of the person the caller is.</param>
public sealed record Caller(string Subject, IReadOnlySet<string> Roles, IReadOnlyList<RegionCode> Regions, string? Unit, Guid? Person)
{
    /// <summary>Reads a caller from a validated token's claims.</summary>
    /// <exception cref="ForbiddenException">The token lacks a subject, its person is no UUID, or a region no six-digit code.</exception>
    public static Caller From(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var subject = principal.FindFirstValue(ClaimNames.Subject)
            ?? throw new ForbiddenException("auth.token_incomplete", "访问令牌缺少用户标识（sub）。");
        Guid? person = principal.FindFirstValue(ClaimNames.Person) switch
        {
            null => null,
            var text when Guid.TryParse(text, out var id) => id,
            _ => throw new ForbiddenException("auth.token_incomplete", "访问令牌中的人员标识（person）格式不正确。"),
        };
        return new(
            subject,
            principal.FindAll(ClaimNames.Role).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal),
            [.. principal.FindAll(ClaimNames.Region).Select(claim => RegionOf(claim.Value))],
            principal.FindFirstValue(ClaimNames.Unit),
            person);
    }

    /// <summary>Gives a route's handler its caller.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult<Caller?>(From(context.User));
    }

    /// <summary>Whether the caller has a role.</summary>
    public bool Has(string role) => Roles.Contains(role);

    /// <summary>Whether one of the caller's regions is this region or lies above it: 430000 and 430100 cover 430104.</summary>
    public bool Covers(RegionCode region) => Regions.Any(own => own.Covers(region));

    /// <summary>The same for a text; one that is no six-digit code is covered by nothing.</summary>
    public bool Covers(string region) => RegionCode.TryParseExact(region, out var code) && Covers(code);

    /// <summary>Asks for any of some roles.</summary>
    /// <exception cref="ForbiddenException">The caller has none of them.</exception>
    public void RequireRole(params ReadOnlySpan<string> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (Has(role))
            {
                return;
            }
        }

        throw new ForbiddenException("auth.role_forbidden", "您的角色无权进行此操作。");
    }

    /// <summary>Asks for responsibility for a region.</summary>
    /// <exception cref="ForbiddenException">None of the caller's regions covers it.</exception>
    public void RequireRegion(RegionCode region)
    {
        ArgumentNullException.ThrowIfNull(region);
        RequireRegion(region.Value);
    }

    /// <summary>The same for a text; nobody answers for one that is no six-digit code.</summary>
    /// <exception cref="ForbiddenException">None of the caller's regions covers it.</exception>
    public void RequireRegion(string region)
    {
        if (!Covers(region))
        {
            throw new ForbiddenException("auth.region_forbidden", $"该事项属于行政区划 {region}，不在您的管辖范围内。");
        }
    }

    /// <summary>Asks that the caller acts for a unit.</summary>
    /// <param name="creditCode">Unified social credit code.</param>
    /// <exception cref="ForbiddenException">The caller acts for another unit or for none.</exception>
    public void RequireUnit(string creditCode)
    {
        if (Unit is null || !string.Equals(Unit, creditCode, StringComparison.Ordinal))
        {
            throw new ForbiddenException("auth.unit_forbidden", "您不能代表该单位进行此操作。");
        }
    }

    /// <summary>Asks that the caller is a person.</summary>
    /// <param name="person">Id of the person.</param>
    /// <exception cref="ForbiddenException">The caller is somebody else, or no person.</exception>
    public void RequirePerson(Guid person)
    {
        if (Person != person)
        {
            throw new ForbiddenException("auth.person_forbidden", "您只能办理本人的事项。");
        }
    }

    private static RegionCode RegionOf(string claim) => RegionCode.TryParseExact(claim, out var code)
        ? code
        : throw new ForbiddenException("auth.token_incomplete", "访问令牌中的行政区划（region）应为六位代码。");
}
