namespace YouthPlatform.Reporting.Sdmx;

/// <summary>A question that has no answer; becomes an SDMX message with an error.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Code of the SDMX web services guidelines.</param>
/// <param name="title">What kind of fault it is.</param>
/// <param name="detail">What is wrong, in Chinese.</param>
internal sealed class SdmxException(int status, int code, string title, string detail) : Exception(detail)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public string Title { get; } = title;

    /// <summary>The question cannot be read.</summary>
    public static SdmxException Syntax(string detail) => new(StatusCodes.Status400BadRequest, 140, "Syntax error", detail);

    /// <summary>The question can be read and makes no sense for this data.</summary>
    public static SdmxException Semantic(string detail) => new(StatusCodes.Status400BadRequest, 150, "Semantic error", detail);

    /// <summary>There is no such structure.</summary>
    public static SdmxException NotFound(string detail) => new(StatusCodes.Status404NotFound, 100, "No results found", detail);

    /// <summary>The platform does not answer questions of this kind.</summary>
    public static SdmxException NotImplemented(string detail) => new(StatusCodes.Status501NotImplemented, 501, "Not implemented", detail);

    /// <summary>No format that the caller takes.</summary>
    public static SdmxException NotAcceptable(string detail) => new(StatusCodes.Status406NotAcceptable, 406, "Not acceptable", detail);

    /// <summary>Turns a text that cannot be parsed into a fault of syntax.</summary>
    public static T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            throw Syntax($"无法解析：{fault.Message}");
        }
    }
}
