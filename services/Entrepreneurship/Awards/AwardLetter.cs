using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace YouthPlatform.Entrepreneurship.Awards;

/// <summary>The letter that tells a team of its award, as a page that can be printed.</summary>
internal static class AwardLetter
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(AwardFile award, string programme)
    {
        var parts = string.Concat(award.Tranches.Select((tranche, index) => $"<li>第 {index + 1} 期：人民币 {tranche.Amount} 元</li>"));
        return $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head><meta charset="utf-8"><title>资助通知书</title></head>
            <body>
            <h1>{Html.Encode(programme)}资助通知书</h1>
            <p>编号：{award.Call.Year}-{award.ProjectId}</p>
            <p>《{Html.Encode(award.Title)}》项目团队：</p>
            <p>经申报、评审、遴选和公示，决定对你们的项目予以资助，金额为人民币 {award.Amount} 元，分 {award.Tranches.Count} 期拨付：</p>
            <ol>{parts}</ol>
            <p>除第一期外，各期资助在上一期阶段报告通过后拨付。资助资金应当用于本项目；弄虚作假或者挪用的，撤销资助并追回资金。</p>
            <p>{award.GrantedOn:yyyy年M月d日}</p>
            </body>
            </html>
            """;
    }
}
