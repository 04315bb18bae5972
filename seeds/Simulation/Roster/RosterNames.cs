namespace YouthPlatform.Simulation.Roster;

/// <summary>Parts that invented names and schools are made of.</summary>
internal static class RosterNames
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文志海燕晓东雪梅宇轩浩然子涵欣怡梓诗雨佳琪思远嘉俊一凡天乐若曦可心书瑶景行云帆";

    /// <summary>Schools that do not exist.</summary>
    public static IReadOnlyList<string> Schools { get; } =
        ["星城示例大学", "湘江示例学院", "麓山示例职业技术学院", "洞庭示例师范学院", "江汉示例大学", "三镇示例职业学院", "楚天示例学院"];

    public static string Person(Random random)
    {
        var name = $"{Pick(random, Surnames)}{Pick(random, Given)}";
        return random.Next(10) < 7 ? name + Pick(random, Given) : name;
    }

    private static char Pick(Random random, string characters) => characters[random.Next(characters.Length)];
}
