using System.Globalization;
using FitServerless.Grants;

namespace FitServerless.Sharing;

/// <summary>How far a receiver's list was read.</summary>
/// <param name="Key">Which of <see cref="Grant.KeysOf(Accounts.Caller)"/>.</param>
/// <param name="Id">The last share's.</param>
internal readonly record struct ReceivedCursor(int Key, string Id)
{
    /// <summary>What is none of ours starts at the beginning, or finds nothing: it only says where in the receiver's own lists to go on.</summary>
    public static ReceivedCursor Read(string? text) => text?.Split('|') is [var key, var id] && ShareRules.IsId(id)
        && int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new ReceivedCursor(number, id)
            : new ReceivedCursor(0, "");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}|{Id}");
}
