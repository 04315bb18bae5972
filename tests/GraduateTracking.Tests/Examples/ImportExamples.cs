using YouthPlatform.Imports.Files;
using YouthPlatform.Imports.Progress;
using static YouthPlatform.GraduateTracking.Tests.Examples.ExampleIds;

namespace YouthPlatform.GraduateTracking.Tests.Examples;

internal static class ImportExamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        new ImportEvent.ImportStarted(
            OtherId, "roster", "ab12", new ImportFile(FileFormat.Csv, "gb18030"), null, new ImportScope(["420000", "430000"]), "education", Day),
        new ImportEvent.ImportRowsRead(OtherId, 1, 2, 501, [new(7, RowStatus.Rejected, "intake.name_missing")]),
        new ImportEvent.ImportContentRefused(OtherId),
        new ImportEvent.ImportCompleted(OtherId, Day),
    ];
}
