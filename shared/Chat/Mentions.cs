namespace FitServerless.Chat;

/// <summary>Who is spoken to: <c>@</c> and a member's name or id.</summary>
internal static class Mentions
{
    /// <summary>The mentioned members, the sender aside. Of two names at one place the longer counts; members of one name are all meant.</summary>
    public static IReadOnlyList<RoomMember> In(string content, IReadOnlyList<RoomMember> members, string senderId)
    {
        var mentioned = new List<RoomMember>();
        for (var at = content.IndexOf('@', StringComparison.Ordinal); at >= 0; at = content.IndexOf('@', at + 1))
        {
            // Not in an e-mail address.
            if (at > 0 && char.IsLetterOrDigit(content[at - 1]))
                continue;
            var called = members
                .Select(member => (Member: member, Length: CalledLength(content.AsSpan(at + 1), member)))
                .Where(match => match.Length > 0)
                .GroupBy(match => match.Length)
                .MaxBy(group => group.Key);
            mentioned.AddRange(called?.Select(match => match.Member) ?? []);
        }

        return [.. mentioned.Where(member => member.UserId != senderId).Distinct()];
    }

    private static int CalledLength(ReadOnlySpan<char> text, RoomMember member) =>
        IsCalled(text, member.UserId) ? member.UserId.Length : IsCalled(text, member.Name) ? member.Name.Length : 0;

    private static bool IsCalled(ReadOnlySpan<char> text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));
}
