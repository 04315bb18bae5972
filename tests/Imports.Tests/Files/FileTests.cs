using System.Text;
using YouthPlatform.Imports.Files;

namespace YouthPlatform.Imports.Tests.Files;

public sealed class FileTests
{
    private static readonly ImportColumn[] Columns = [new("name", true, "名称", "品名"), new("amount", true, "数量"), new("remark", false, "备注")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("名称,数量\n甲,1\n")]
    [InlineData("\uFEFF品名,数量\r\n甲,1\r\n")]
    [InlineData("NAME, amount ,another\n 甲 ,1,x\n")]
    [InlineData("数量,名称\n\n1,\"甲\"")]
    public async Task Columns_are_found_by_any_of_their_names_in_any_order(string csv)
    {
        var row = (await ReadAsync(FileFormat.Csv, Encoding.UTF8.GetBytes(csv))).ShouldHaveSingleItem();
        (row.Number, row["name"], row["amount"], row["remark"]).ShouldBe((2, "甲", "1", ""));
    }

    [Fact]
    public async Task A_quoted_field_holds_commas_quotes_and_line_breaks()
    {
        var row = (await ReadAsync(FileFormat.Csv, Encoding.UTF8.GetBytes("名称,数量\n\"a,\"\"b\"\"\nc\",2\n"))).ShouldHaveSingleItem();
        (row["name"], row["amount"]).ShouldBe(("a,\"b\"\nc", "2"));
    }

    [Theory]
    [InlineData("{\"name\":\"甲\",\"amount\":1}")]
    [InlineData("{\"名称\":\" 甲 \",\"数量\":\"1\",\"remark\":null,\"other\":{}}")]
    public async Task A_json_line_reads_as_a_row(string line)
    {
        var rows = await ReadAsync(FileFormat.JsonLines, Encoding.UTF8.GetBytes($"\n{line}\r\n[1]\n{{\"name\":\"乙\""));
        rows.Select(row => (row.Number, row.IsReadable, row["name"])).ShouldBe([(1, true, "甲"), (2, false, ""), (3, false, "")]);
        (rows[0]["amount"], rows[0]["remark"]).ShouldBe(("1", ""));
    }

    [Fact]
    public async Task A_list_in_a_json_line_reads_as_a_field_that_lists_things() =>
        (await ReadAsync(FileFormat.JsonLines, "{\"name\":[\"甲\",\"乙\"],\"amount\":true}"u8.ToArray())).ShouldHaveSingleItem()["name"].ShouldBe("甲；乙");

    [Theory]
    [InlineData("", "import.empty")]
    [InlineData("名称\n", "import.column_missing")]
    [InlineData("名称,品名,数量\n", "import.column_repeated")]
    public async Task A_file_without_its_columns_is_refused(string csv, string code) =>
        (await Should.ThrowAsync<FileRefusedException>(() => ReadAsync(FileFormat.Csv, Encoding.UTF8.GetBytes(csv)))).Code.ShouldBe(code);

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.JsonLines)]
    public async Task A_file_that_never_ends_its_line_is_refused_early(FileFormat format)
    {
        var endless = Encoding.UTF8.GetBytes((format is FileFormat.Csv ? "名称,数量\n\"" : "") + new string('x', 1_000_000));
        (await Should.ThrowAsync<FileRefusedException>(() => ReadAsync(format, endless))).Code.ShouldBe("import.field_too_long");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    public async Task The_encoding_is_detected(string name, bool mark)
    {
        var encoding = name == "utf-8" ? new UTF8Encoding(mark) : CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("名称,数量\n湘江新区𠀋,1\n")];
        var (file, content) = await ImportFile.OpenAsync(FileFormat.Csv, null, new MemoryStream(bytes), Cancel);
        file.Encoding.ShouldBe(name);
        (await file.ReadAsync(content, Columns, Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem()["name"].ShouldBe("湘江新区𠀋");
    }

    [Fact]
    public void A_character_cut_off_at_the_end_of_the_beginning_is_still_utf_8()
    {
        var bytes = Encoding.UTF8.GetBytes("湘江𠀋");
        for (var length = 0; length <= bytes.Length; length++)
        {
            FileEncoding.Detect(bytes.AsSpan(0, length)).ShouldBe("utf-8");
        }
    }

    [Theory]
    [InlineData(FileFormat.Csv)]
    [InlineData(FileFormat.JsonLines)]
    public async Task Bytes_that_are_not_of_the_encoding_are_noticed(FileFormat format)
    {
        byte[] bytes = [.. "名称,数量\n"u8, 0xFF, 0xFF, (byte)'\n'];
        var refused = await Should.ThrowAsync<FileRefusedException>(() => ReadAsync(format, bytes));
        refused.Code.ShouldBe("import.encoding");
    }

    [Fact]
    public void Another_encoding_is_refused() =>
        Should.Throw<FileRefusedException>(() => FileEncoding.Declared("utf-16")).Code.ShouldBe("import.charset");

    [Fact]
    public async Task A_row_does_not_print_itself() =>
        (await ReadAsync(FileFormat.Csv, Encoding.UTF8.GetBytes("名称,数量\n甲,1\n"))).ShouldHaveSingleItem().ToString().ShouldBe("row 2 (hidden)");

    private static async Task<List<ImportRow>> ReadAsync(FileFormat format, byte[] bytes) =>
        await new ImportFile(format, "utf-8").ReadAsync(new MemoryStream(bytes), Columns, Cancel).ToListAsync(Cancel);
}
