using FitServerless.Chat;

namespace FitServerless.Tests.Chat;

public sealed class MentionsTests
{
    private static readonly RoomMember[] Members =
    [
        new(Rooms.Ada, "Ada"), new(Rooms.Bo, "Bo"), new(Rooms.Cy, "Bo Lee"), new("4", "Bo Lee"), new("5", "지민"),
    ];

    [Theory]
    [InlineData("@Bo", "2")]
    [InlineData("Hey @bo!", "2")]
    [InlineData("(@Bo)", "2")]
    [InlineData("@Bo Lee", "3,4")]
    [InlineData("@Bo Leeward", "2")]
    [InlineData("@지민", "5")]
    [InlineData("@0190a1b2-0000-7000-8000-00000000000b", "2")]
    [InlineData("@Bo and @지민 and @Bo", "2,5")]
    [InlineData("@@Bo", "2")]
    [InlineData("mail@Bo", "")]
    [InlineData("@Bob", "")]
    [InlineData("Bo", "")]
    [InlineData("@", "")]
    [InlineData("@Ada", "")]
    public void Who_is_called_by_name_or_id_is_mentioned_but_not_by_themselves(string content, string mentioned)
    {
        var places = Mentions.In(content, Members, senderId: Rooms.Ada).Select(member => Array.IndexOf(Members, member) + 1);

        Assert.Equal(mentioned, string.Join(',', places));
    }
}
