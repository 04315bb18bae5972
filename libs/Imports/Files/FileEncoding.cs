using System.Text;
using Unicode = System.Text.Unicode;

namespace YouthPlatform.Imports.Files;

/// <summary>The encodings that officials' files have: UTF-8 with or without a mark, and GB18030, which Excel writes by default in China.</summary>
public static class FileEncoding
{
    private const string Utf8 = "utf-8";
    private const string Gb18030 = "gb18030";
    private const int LongestSequence = 4;

    /// <summary>The name of the encoding that a content type declares; null when it declares none, so that it is to be detected.</summary>
    /// <param name="charset">The parameter of the content type.</param>
    /// <exception cref="FileRefusedException">It is neither UTF-8 nor of the GB family.</exception>
    public static string? Declared(string? charset) => charset?.ToLowerInvariant() switch
    {
        null or "" => null,
        Utf8 => Utf8,
        Gb18030 or "gbk" or "gb2312" => Gb18030,
        _ => throw new FileRefusedException("import.charset", "文件编码只支持 UTF-8 和 GB18030。"),
    };

    /// <summary>Tells the encoding by a file's beginning: what is valid UTF-8 is UTF-8. Pure ASCII is both.</summary>
    /// <param name="beginning">The first bytes; a character may be cut off at their end.</param>
    public static string Detect(ReadOnlySpan<byte> beginning)
    {
        for (var cut = 0; cut < LongestSequence && cut <= beginning.Length; cut++)
        {
            if (Unicode.Utf8.IsValid(beginning[..^cut]))
            {
                return Utf8;
            }
        }

        return Gb18030;
    }

    /// <summary>The encoding of a name, strict: bytes that do not belong to it are noticed.</summary>
    /// <param name="name">A name that <see cref="Declared"/> or <see cref="Detect"/> gave.</param>
    public static Encoding Of(string name) => name == Utf8
        ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true)
        : CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
}
