using System.Text;

namespace YouthPlatform.Imports.Files;

/// <summary>Lines of a text, none longer than a limit: a file without line breaks must not fill the memory.</summary>
internal sealed class BoundedLines(TextReader text, int longest)
{
    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _line = new();

    private int _at;
    private int _filled;
    private long _number;

    /// <summary>The next line without its end, or null after the last.</summary>
    /// <exception cref="FileRefusedException">A line is too long, or not in the encoding.</exception>
    public async ValueTask<string?> NextAsync(CancellationToken cancellationToken)
    {
        _line.Clear();
        _number++;
        while (_at < _filled || await FillAsync(cancellationToken))
        {
            var rest = _buffer.AsSpan(_at, _filled - _at);
            var end = rest.IndexOf('\n');
            Take(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end + 1;
            if (end >= 0)
            {
                return Line();
            }
        }

        return _line.Length > 0 ? Line() : null;
    }

    private void Take(ReadOnlySpan<char> part)
    {
        if (_line.Length + part.Length > longest)
        {
            throw new FileRefusedException("import.field_too_long", $"第 {_number} 行过长。");
        }

        _line.Append(part);
    }

    private string Line() => _line.ToString().TrimEnd('\r');

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            (_at, _filled) = (0, await text.ReadAsync(_buffer, cancellationToken));
            return _filled > 0;
        }
        catch (DecoderFallbackException)
        {
            throw new FileRefusedException("import.encoding", $"第 {_number} 行附近不是所声明或识别出的编码，请另存为 UTF-8 后再提交。");
        }
    }
}
