using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;
using YouthPlatform.EventStore;
using YouthPlatform.Policy;
using YouthPlatform.ServiceDefaults.Authorization;
using YouthPlatform.ServiceDefaults.Policies;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>One place that says which failure is which problem.</summary>
public static class ProblemMap
{
    /// <summary>The problem of an exception, or null when it is a defect of ours.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="constraints">What unique constraints mean.</param>
    public static Problem? Of(Exception exception, UniqueConstraints constraints) => exception switch
    {
        PolicyParameterMissingException or CalendarMissingException => Of(PolicyGaps.Of(exception)!, constraints),
        RuleViolation rule => new(StatusCodes.Status409Conflict, rule.Code, rule.Detail),
        ApiException api => new(api.Status, api.Code, api.Detail),
        ForbiddenException forbidden => new(StatusCodes.Status403Forbidden, forbidden.Code, forbidden.Detail),
        UniqueViolationException unique when constraints.Find(unique.Constraint) is { } rule =>
            new(StatusCodes.Status409Conflict, rule.Code, rule.Detail),
        WrongExpectedVersionException => VersionMismatch,
        CommitUnknownException => new(
            StatusCodes.Status503ServiceUnavailable, "store.commit_unknown", "暂时无法确认是否已保存，请使用同一 Idempotency-Key 重试。"),
        NpgsqlException database when IsAway(database) => new(
            StatusCodes.Status503ServiceUnavailable, "store.unavailable", "数据库暂不可用，请稍后使用同一 Idempotency-Key 重试。"),
        BadHttpRequestException bad => OfBadRequest(bad),
        _ => null,
    };

    /// <summary>412: decided on a version that is no longer the newest.</summary>
    public static Problem VersionMismatch { get; } =
        new(StatusCodes.Status412PreconditionFailed, "request.version_mismatch", "内容已被他人修改，请重新读取后再提交。");

    /// <summary>A lost connection, or a server that is stopping, starting or recovering (class 57P); not a statement that it refused.</summary>
    private static bool IsAway(NpgsqlException exception) =>
        exception is not PostgresException refused || refused.IsTransient || refused.SqlState.StartsWith("57P", StringComparison.Ordinal);

    private static Problem OfBadRequest(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => new(bad.StatusCode, "request.too_large", "请求内容过大。"),
        StatusCodes.Status415UnsupportedMediaType => new(bad.StatusCode, "request.media_type_unsupported", "请求内容的类型不受支持。"),
        StatusCodes.Status408RequestTimeout => new(bad.StatusCode, "request.timeout", "请求超时。"),
        _ => new(StatusCodes.Status400BadRequest, "request.invalid", $"请求格式不正确：{Where(bad)}。"),
    };

    // Names the place only: the value itself may be personal data.
    private static string Where(BadHttpRequestException bad) =>
        bad.InnerException is JsonException { Path: { Length: > 0 } path } ? $"JSON 路径 {path}" : "请对照接口文档检查参数和内容";
}

/// <summary>What a caller is told.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Detail">What is wrong and what to do, in Chinese.</param>
public sealed record Problem(int Status, string Code, string Detail);
