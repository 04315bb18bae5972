using System.Globalization;

namespace YouthPlatform.AppHost.Local.Running;

/// <summary>Lines for the person at the terminal.</summary>
internal sealed class RunLog(TextWriter output, TimeProvider time)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    public void Write(string resource, string text) =>
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss}  {resource,-18} {text}"));

    public void Write(string text) => _output.WriteLine(text);
}
