using YouthPlatform.Reporting.Board.Shared;

namespace YouthPlatform.Reporting.Board.Pages;

/// <summary>The contact forms of the viewer's prefectures.</summary>
/// <param name="Viewer">Who looks at them.</param>
/// <param name="Forms">The forms, missing ones too.</param>
/// <param name="Done">What was just done; null for nothing.</param>
public sealed record ContactsModel(Viewer Viewer, IReadOnlyList<ContactLine> Forms, string? Done);

/// <summary>The contact form of a prefecture.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="State">When it was filed, or is due.</param>
/// <param name="People">Its lines; none for viewers who have no need of them.</param>
/// <param name="Action">The way to file it; null for who may not.</param>
public sealed record ContactLine(string Unit, string State, IReadOnlyList<ContactCells> People, ActionLink? Action);

/// <summary>A line of the contact form.</summary>
/// <param name="Role">Whom it names.</param>
/// <param name="Name">姓名.</param>
/// <param name="UnitAndPost">单位及职务.</param>
/// <param name="OfficePhone">办公电话.</param>
/// <param name="Mobile">手机号码.</param>
/// <param name="Remark">备注.</param>
public sealed record ContactCells(string Role, string Name, string UnitAndPost, string OfficePhone, string Mobile, string? Remark);
