using YouthPlatform.EventStore;
using YouthPlatform.Internships.HostUnits;
using YouthPlatform.Internships.People;
using YouthPlatform.Internships.Posts;
using YouthPlatform.Internships.Preferences;
using YouthPlatform.Internships.Tests.Hosting;
using YouthPlatform.Policy;
using YouthPlatform.Testing;

namespace YouthPlatform.Internships.Tests.Posts;

/// <summary>Many published posts all over Hunan, with people who look for one, written straight to the log; the newest post is the last.</summary>
internal sealed class ManyPosts
{
    public const string RareWord = "量子";

    private const int RareEvery = 1000;
    private const int PeopleEvery = 5;
    private const int StreamsAtOnce = 500;
    private const int WritersAtOnce = 8;

    private static readonly string[] Fields = ["软件", "机械", "电气", "化工", "建筑", "物流", "食品", "纺织", "旅游", "金融", "教育", "医药", "农业", "环保", "传媒", "能源", "汽车", "材料", "通信", "测绘"];
    private static readonly string[] Work = ["研发", "测试", "运营", "质检", "设计", "采购", "维护", "培训", "档案", "客服"];
    private static readonly string[] Categories = ["research", "technical", "management", "community_service"];
    private static readonly DateOnly Day = new(2023, 8, 1);

    private readonly IReadOnlyList<RegionCode> _counties =
        [.. PolicyData.Load(Repository.PathOf("seeds")).Regions.CountiesOf(RegionCode.Parse("430000")).Select(county => county.Code).Order()];

    private ManyPosts(int count) => Terms = [.. Enumerable.Range(0, count).Select(TermsOf)];

    /// <summary>The posts, the oldest first.</summary>
    public IReadOnlyList<PostTerms> Terms { get; }

    /// <summary>People with wishes.</summary>
    public IReadOnlyList<Wishes> Wishes { get; private set; } = [];

    public static async Task<ManyPosts> WriteAsync(InternshipsHost host, int count)
    {
        var posts = new ManyPosts(count);
        posts.Wishes = [.. Enumerable.Range(0, count / PeopleEvery).Select(posts.WishesOf)];
        await AppendAsync(host, posts._counties.Select(Unit));
        await AppendAsync(host, posts.Terms.Select(Published));
        await AppendAsync(host, posts.Wishes.SelectMany(posts.Person));
        return posts;
    }

    private static Guid IdOf(int kind, int number) => new($"0189d3f0-{kind:x4}-7000-8000-{number:x12}");

    private static StreamAppend Published(PostTerms terms) => new(
        Post.Stream(terms.PostId),
        0,
        [
            new PostSubmitted(terms, ReviewRound.First("unit-1", FrozenContent.Of(terms), Samples.Review)),
            new PostPublished(terms.PostId, terms.UnitId, terms.Region, terms.Category, terms.Openings, false, Day, terms.Programme, []),
        ]);

    private static StreamAppend Unit(RegionCode county, int number)
    {
        var content = Samples.Content with { CreditCode = CreditCode.Create(county, number), Region = county, Posts = [] };
        HostUnitFile file = new(IdOf(1, number), content, ReviewRound.First("unit-1", FrozenContent.Of(content), Samples.Review));
        return new(HostUnit.Stream(file.UnitId), 0, [new HostUnitApplied(file), new HostUnitApproved(file.UnitId, county, null, "reviewer-1", Day, [])]);
    }

    private static async Task AppendAsync(InternshipsHost host, IEnumerable<StreamAppend> streams) => await Parallel.ForEachAsync(
        streams.Chunk(StreamsAtOnce),
        new ParallelOptions { MaxDegreeOfParallelism = WritersAtOnce, CancellationToken = TestContext.Current.CancellationToken },
        async (chunk, cancel) => await host.Host.Store.AppendAsync(new Append(chunk, new EventMetadata("test")), cancel));

    private PostTerms TermsOf(int number)
    {
        var county = number % _counties.Count;
        var (field, work) = (Fields[number % Fields.Length], Work[number / Fields.Length % Work.Length]);
        var rare = number % RareEvery == RareEvery - 1 ? RareWord : "";
        return new(
            IdOf(2, number), IdOf(1, county), _counties[county], $"{field}{work}助理", Categories[number % Categories.Length], 2, 6, Money.Of(1200 + (number % 31 * 100)))
        {
            Description = $"协助完成{field}{work}的日常工作{rare}，整理资料，参加例会。",
            Demands = new(number % 3 == 0 ? ["master"] : [], [$"{field}工程"], []),
        };
    }

    private Wishes WishesOf(int number) => new(
        IdOf(3, number), [_counties[number * 7 % _counties.Count]], [Categories[number % Categories.Length]], Money.Of(1500), [$"{Fields[number % Fields.Length]}工程"]);

    private IEnumerable<StreamAppend> Person(Wishes wishes, int number)
    {
        PersonFacts facts = new(wishes.PersonId, _counties[number % _counties.Count], "bachelor", new(2023, 6, 30), [], "education_roster", Day, 22);
        yield return new(YouthPlatform.Internships.People.Person.Stream(wishes.PersonId), 0, [new PersonRegistered(facts)]);
        yield return new(Preference.Stream(wishes.PersonId), 0, [new PreferencesStated(wishes, Day)]);
    }
}
