using Microsoft.AspNetCore.Http;

namespace YouthPlatform.ServiceDefaults.Http;

/// <summary>A request that cannot be served; becomes a problem+json answer with a code.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Stable code for programs.</param>
/// <param name="detail">What is wrong and what to do, in Chinese, without personal data.</param>
public sealed class ApiException(int status, string code, string detail) : Exception($"{code}: {detail}")
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Stable code for programs.</summary>
    public string Code { get; } = code;

    /// <summary>What is wrong and what to do, in Chinese.</summary>
    public string Detail { get; } = detail;

    /// <summary>400: the request has the wrong shape.</summary>
    public static ApiException BadRequest(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);

    /// <summary>404: there is no such thing, or none that the caller may see.</summary>
    public static ApiException NotFound(string code, string detail) => new(StatusCodes.Status404NotFound, code, detail);
}
