using YouthPlatform.Policy;

namespace YouthPlatform.GraduateTracking.Intakes;

/// <summary>Why rows are not accepted: codes for programs, reasons for officials. Neither quotes the row.</summary>
internal static class IntakeCodes
{
    public const string NameMissing = "intake.name_missing";
    public const string TooLong = "intake.field_too_long";
    public const string Phone = "intake.phone_invalid";
    public const string LeftSchoolOn = "intake.left_school_on_invalid";
    public const string EducationLevel = "intake.education_level_unknown";
    public const string Hardship = "intake.hardship_unknown";
    public const string RegionUnknown = "intake.region_unknown";
    public const string RegionNotCovered = "intake.region_not_covered";
    public const string RegisteredOn = "intake.registered_on_invalid";
    public const string EndedOn = "intake.ended_on_invalid";
    public const string DuplicateInFile = "intake.duplicate_in_file";
    public const string AlreadyKnown = "intake.already_known";

    private const string CitizenIdPrefix = "intake.citizen_id_";

    private static readonly Dictionary<string, string> Reasons = new()
    {
        [NameMissing] = "缺少姓名",
        [TooLong] = "姓名或学校过长",
        [Phone] = "联系电话格式不正确",
        [LeftSchoolOn] = "离校日期不正确或晚于今天，应为 2023-06-30 这样的日期",
        [EducationLevel] = "学历不在代码表中",
        [Hardship] = "困难类别不在代码表中",
        [RegionUnknown] = "户籍地、常住地和求职地都不是已登记的县级行政区划",
        [RegionNotCovered] = "户籍地、常住地和求职地都不在经办部门的管辖范围内",
        [RegisteredOn] = "失业登记日期不正确或晚于今天",
        [EndedOn] = "失业登记终止日期不正确、早于登记日期或晚于今天",
        [DuplicateInFile] = "与本文件中前面的行是同一人",
        [AlreadyKnown] = "该人员已有实名台账",
    };

    public static string Of(IdProblem problem) => CitizenIdPrefix + problem switch
    {
        IdProblem.Length => "length",
        IdProblem.Character => "character",
        IdProblem.Region => "region",
        IdProblem.BirthDate => "birth_date",
        _ => "check_digit",
    };

    /// <summary>The reason of a code, in Chinese; null for one that is not of rosters.</summary>
    public static string? ReasonOf(string code) => Reasons.TryGetValue(code, out var reason)
        ? reason
        : Enum.GetValues<IdProblem>().Where(problem => Of(problem) == code).Select(CitizenId.Describe).SingleOrDefault();
}
