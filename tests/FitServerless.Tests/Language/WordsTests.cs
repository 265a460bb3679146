using FitServerless.Language;

namespace FitServerless.Tests.Language;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Brustübung (ohne Geräte)", "brustubung ohne gerate")]
    [InlineData("Süßkartoffel", "susskartoffel")]
    [InlineData("cow's-milk", "cows milk")]
    [InlineData("crème  brûlée!", "creme brulee")]
    [InlineData("U\u0308bung Łódź", "ubung lodz")]
    [InlineData("🥜", "")]
    [InlineData("", "")]
    public void Text_falls_into_folded_words(string text, string words) => Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Fact]
    public void Half_a_surrogate_pair_breaks_nothing() => Assert.Equal(["a", "b"], Words.Of("a \ud800 b"));

    [Theory]
    [InlineData("nuts", "nut")]
    [InlineData("nüsse", "Nuss")]
    [InlineData("berries", "berry")]
    [InlineData("running", "run")]
    [InlineData("rowing", "row")]
    [InlineData("presses", "press")]
    [InlineData("Kurzhanteln", "Kurzhantel")]
    [InlineData("Klimmzüge", "Klimmzug")]
    [InlineData("tomatoes", "tomato")]
    public void Forms_of_a_word_have_one_stem(string one, string other) => Assert.Equal(Words.StemsOf(one), Words.StemsOf(other));

    [Theory]
    [InlineData("bus", "bu")]
    [InlineData("press", "pres")]
    [InlineData("bean", "bee")]
    [InlineData("row", "rowan")]
    public void Different_words_stay_different(string one, string other) => Assert.NotEqual(Words.StemsOf(one), Words.StemsOf(other));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("peanut", "penut", 1)]
    [InlineData("peanut", "paenut", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Slips_of_the_keyboard_are_counted(string one, string other, int slips)
    {
        Assert.Equal(slips, EditDistance.Between(one, other));
        Assert.Equal(slips, EditDistance.Between(other, one));
    }
}
