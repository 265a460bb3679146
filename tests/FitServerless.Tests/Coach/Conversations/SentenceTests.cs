using FitServerless.Coach.Conversations;
using FitServerless.Tests.Sync;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Tests.Coach.Conversations;

public sealed class SentenceTests
{
    private static readonly Gen<string> Texts =
        from parts in Gen.Elements("Rest", " ", ".", ". ", "2.5 kg", "! ", "?\n", "\n", "ok", "…", "\U0001F3C3 ").ListOf()
        select string.Concat(parts);

    [Fact]
    public void However_a_text_is_cut_into_pieces_its_sentences_are_the_same_and_all_of_it() => Law.Holds(
        Gen.Zip(Texts, Gen.Choose(1, 9)),
        run =>
        {
            var (text, size) = run;
            var (whole, pieces) = (Split([text]), Split(text.Chunk(size).Select(piece => new string(piece))));
            return string.Concat(pieces) == text && pieces.SequenceEqual(whole);
        });

    [Theory]
    [InlineData("Rest. Then lift 2.5 kg! Fine?\nGo", "Rest. |Then lift 2.5 kg! |Fine?\n|Go")]
    [InlineData("no end", "no end")]
    public void A_sentence_ends_before_white_space_and_not_in_a_figure(string text, string expected) =>
        Assert.Equal(expected.Split('|'), Split([text]));

    [Fact]
    public async Task The_gate_hears_all_before_a_sentence_and_ends_at_the_first_fault()
    {
        var told = new List<string>();
        var gate = new SentenceGate((text, _) => { told.Add(text); return ValueTask.CompletedTask; });
        await gate.AddAsync("Rest today. Take 200 mg of ibuprofen. Sleep ", default);
        await gate.AddAsync("well. ", default);
        await gate.EndAsync(default);
        Assert.Equal(["Rest today. "], told);
        Assert.NotEmpty(gate.Faults);
    }

    private static List<string> Split(IEnumerable<string> pieces)
    {
        var buffer = new SentenceBuffer();
        var sentences = pieces.SelectMany(buffer.Add).ToList();
        return buffer.Rest() is { Length: > 0 } rest ? [.. sentences, rest] : sentences;
    }
}
