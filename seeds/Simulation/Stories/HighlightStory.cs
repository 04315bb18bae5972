using System.Net;
using System.Text.Json.Nodes;
using YouthPlatform.Policy;

namespace YouthPlatform.Simulation.Stories;

/// <summary>
/// Every prefecture files its contact form in May and two texts on its work a month, May to December (H32 §三(四)). One form comes late and one is filed
/// anew; one text comes late, one is withdrawn, two are refused, and the province commends one a month.
/// </summary>
internal sealed class HighlightStory(World world)
{
    private const string Texts = "/api/reporting/v1/highlights";
    private const string Contacts = "/api/reporting/v1/contacts";
    private const int LateContacts = 9;
    private const int NewContact = 3;
    private const int LateText = 5;
    private const int TriesMore = 7;

    private static readonly YearMonth FirstMonth = new(2023, 5);
    private static readonly YearMonth LastMonth = new(2023, 12);
    private static readonly YearMonth July = new(2023, 7);
    private static readonly Persona Province = Persona.Official("reviewer", World.Hunan.Value);

    public void Plan()
    {
        foreach (var (prefecture, number) in world.Prefectures.Select((prefecture, number) => (prefecture, number)))
        {
            PlanContacts(prefecture, number);
            for (var month = FirstMonth; month <= LastMonth; month = month.AddMonths(1))
            {
                PlanTexts(prefecture, number, month);
            }
        }
    }

    /// <summary>The province sees what is still owed: nothing.</summary>
    /// <exception cref="SimulationException">A prefecture owes a text, or its contact form.</exception>
    public async Task RequireNothingOwedAsync()
    {
        for (var month = FirstMonth; month <= LastMonth; month = month.AddMonths(1))
        {
            var duties = (await world.Platform.GetAsync(Province, $"{Texts}/duties?province={World.Hunan}&month={month}"))["items"].AsArray();
            if (duties.Count != world.Prefectures.Count || duties.Any(duty => (int)duty!["missing"]! > 0))
            {
                throw new SimulationException($"The texts of {month} are shown as missing, all were filed: {duties.ToJsonString()}");
            }
        }

        var forms = (await world.Platform.GetAsync(Province, Contacts))["items"].AsArray();
        if (forms.Count(form => form!["filedOn"] is not null) != world.Prefectures.Count || forms.Count(form => (bool)form!["isLate"]!) != 1)
        {
            throw new SimulationException("All contact forms were filed, one of them late; the province sees something else.");
        }
    }

    private void PlanContacts(Region prefecture, int number)
    {
        world.Agenda.On(number == LateContacts ? new(2023, 5, 24) : new(2023, 5, 19), () => FileContactsAsync(prefecture, "示例甲", 0));
        if (number == NewContact)
        {
            world.Agenda.On(new(2023, 9, 4), () => FileContactsAsync(prefecture, "示例丙", 1));
        }
    }

    private Task<Reply> FileContactsAsync(Region prefecture, string inCharge, int version)
    {
        JsonObject Person(string role, string name, string post, int line) => new()
        {
            ["role"] = role,
            ["name"] = name,
            ["unitAndPost"] = $"{prefecture.Name}人力资源和社会保障局{post}",
            ["officePhone"] = $"0731-8000000{line}",
            ["mobile"] = $"1390000000{line}",
        };
        return world.Platform.PostAsync(
            Persona.Official("clerk", prefecture.Code.Value),
            $"{Contacts}/{prefecture.Code}/filing",
            new() { ["people"] = new JsonArray(Person("lead", "示例乙", "副局长", 1), Person("in_charge", inCharge, "就业科科长", 2)) },
            $"contacts-{prefecture.Code}-{version}",
            $"\"{version}\"");
    }

    private void PlanTexts(Region prefecture, int number, YearMonth month)
    {
        world.Agenda.On(month.DayOrLast(12), () => FileAsync(prefecture, month, 1, month.Month == 5 + (number % 8) && number < 8));
        var second = number == LateText && month == July ? month.AddMonths(1).DayOrLast(3) : month.DayOrLast(25);
        world.Agenda.On(second, () => FileAsync(prefecture, month, 2, false));
        if (number == TriesMore && month == July)
        {
            world.Agenda.On(month.DayOrLast(26), () => TryMoreAsync(prefecture, month));
        }
    }

    private async Task FileAsync(Region prefecture, YearMonth month, int text, bool isExemplary)
    {
        var filed = await FileAsync(prefecture, month, text);
        if (isExemplary)
        {
            var path = $"{Texts}/{filed.Id("highlightId")}/commendation";
            world.Agenda.On(month.LastDay, () => world.Platform.PostAsync(
                Province, path, new() { ["reason"] = "做法具体，可在全省推广。" }, $"commended-{prefecture.Code}-{month}", filed.ETag));
        }
    }

    /// <summary>A third text is withdrawn again; one that is too long and one with a telephone number in it are refused.</summary>
    private async Task TryMoreAsync(Region prefecture, YearMonth month)
    {
        var clerk = Persona.Official("clerk", prefecture.Code.Value);
        var doubled = await FileAsync(prefecture, month, 3);
        await world.Platform.PostAsync(
            clerk,
            $"{Texts}/{doubled.Id("highlightId")}/withdrawal",
            new() { ["reason"] = "与上一篇内容重复。" },
            $"withdrawn-{prefecture.Code}-{month}",
            doubled.ETag);
        foreach (var (text, key) in new[] { (new string('好', 401), "long"), ("详情请致电13900000001。", "phone") })
        {
            await World.RefusedAsync(
                () => world.Platform.PostAsync(clerk, Texts, Body(prefecture, month, text), $"highlight-{prefecture.Code}-{month}-{key}"),
                HttpStatusCode.Conflict);
        }
    }

    private Task<Reply> FileAsync(Region prefecture, YearMonth month, int text) => world.Platform.PostAsync(
        Persona.Official("clerk", prefecture.Code.Value),
        Texts,
        Body(prefecture, month, $"{prefecture.Name}{month.Month}月举办专场招聘活动{text + 2}场，送岗位进校园、进园区、进社区。"),
        $"highlight-{prefecture.Code}-{month}-{text}");

    private static JsonObject Body(Region prefecture, YearMonth month, string text) => new()
    {
        ["region"] = prefecture.Code.Value, ["month"] = month.ToString(), ["title"] = "送岗位上门", ["text"] = text,
    };
}
