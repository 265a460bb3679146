using System.Text;
using FitServerless.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Sync;

public sealed class SyncRowKeysTests
{
    private static readonly Gen<Sequence> Sequences =
        Gen.Choose(0, int.MaxValue).Two().Select(pair => new Sequence(((long)pair.Item1 << 30) + pair.Item2));

    private static readonly Gen<DateTimeOffset> Times =
        Gen.Choose(0, int.MaxValue).Select(seconds => DateTimeOffset.UnixEpoch.AddSeconds(seconds).AddMilliseconds(seconds % 1000));

    /// <summary>Short ids of few characters, so that one is often the beginning of another.</summary>
    private static readonly Gen<DocumentKey> Keys = Gen
        .Elements("a", "b", "0", "-", "~", "é", "|", "}", "z", ".", " ")
        .NonEmptyListOf()
        .Select(parts => new DocumentKey("workouts", string.Concat(parts.Take(4))));

    [Fact]
    public void The_log_is_in_the_order_of_its_sequences() => Law.Holds(Sequences.Two(), pair =>
        Math.Sign(string.CompareOrdinal(SyncRowKeys.Log(pair.Item1), SyncRowKeys.Log(pair.Item2))) == pair.Item1.CompareTo(pair.Item2));

    [Fact]
    public void The_head_comes_after_every_log_row() =>
        Law.Holds(Sequences, sequence => string.CompareOrdinal(SyncRowKeys.Log(sequence), SyncRowKeys.Head) < 0);

    [Fact]
    public void The_head_comes_after_the_last_possible_log_row() =>
        Assert.True(string.CompareOrdinal(SyncRowKeys.Log(new Sequence(long.MaxValue)), SyncRowKeys.Head) < 0);

    [Fact]
    public void A_log_row_knows_its_sequence() =>
        Law.Holds(Sequences, sequence => SyncRowKeys.LogSequence(SyncRowKeys.Log(sequence)) == sequence);

    [Fact]
    public void No_two_documents_share_a_row() => Law.Holds(Keys.Two().Zip(Gen.Choose(0, 2)), drawn =>
    {
        var ((one, other), row) = drawn;
        string[] rows = [SyncRowKeys.Document(one), SyncRowKeys.Samples(one, row), SyncRowKeys.Samples(one, row + 1)];
        return rows.Distinct().Count() == rows.Length
            && (one == other || (!rows.Contains(SyncRowKeys.Document(other)) && !rows.Contains(SyncRowKeys.Samples(other, row))));
    }, 2000);

    [Fact]
    public void The_list_is_newest_first() => Law.Holds(Times.Two().Zip(Keys), drawn =>
    {
        var ((one, other), key) = drawn;
        return Math.Sign(string.CompareOrdinal(SyncRowKeys.ListItem(key, one), SyncRowKeys.ListItem(key, other))) == other.CompareTo(one);
    });

    [Fact]
    public void The_bounds_of_a_list_include_their_own_times() => Law.Holds(Times.Three().Zip(Keys), drawn =>
    {
        var ((from, to, time), key) = drawn;
        var item = SyncRowKeys.ListItem(key, time);
        var listed = string.CompareOrdinal(item, SyncRowKeys.ListStart("workouts", to)) > 0
            && string.CompareOrdinal(item, SyncRowKeys.ListEnd("workouts", from)) < 0;
        return listed == (time >= from && time <= to);
    }, 1000);

    [Fact]
    public void The_bounds_of_a_list_include_a_workout_at_that_very_time() => Law.Holds(Times.Zip(Keys), drawn =>
    {
        var item = SyncRowKeys.ListItem(drawn.Item2, drawn.Item1);
        return string.CompareOrdinal(item, SyncRowKeys.ListStart("workouts", drawn.Item1)) > 0
            && string.CompareOrdinal(item, SyncRowKeys.ListEnd("workouts", drawn.Item1)) < 0;
    });

    [Fact]
    public void The_longest_key_stays_below_the_emulators_limit()
    {
        var key = new DocumentKey("nutritionGoals", new string('한', DocumentIds.MaxLength));

        Assert.All(
            [SyncRowKeys.Samples(key, 999), SyncRowKeys.ListItem(key, DateTimeOffset.MaxValue), SyncRowKeys.Document(key)],
            text => Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, 512));
    }
}
