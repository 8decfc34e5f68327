using AutoGrader.Application.Judge;

namespace AutoGrader.IntegrationTests.Application.Judge;

public sealed class PersonalWordsTests
{
    [Theory]
    [InlineData("Anna Müller, 12345678: the state of Müller-Lüdenscheidt", "[…] […], […]: the state of […]-Lüdenscheidt")]
    [InlineData("annahme, Annas, 123456789", "annahme, Annas, 123456789")]
    public void Names_as_spelt_and_numbers_are_taken_out_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, new PersonalWords(["Anna Müller", "12345678", null]).RemovedFrom(text));

    [Theory]
    [InlineData("Die Stelle, an der das Netz von h_t liest", "Die Stelle, an der das Netz von h_t liest")]
    [InlineData("Friederike von der Heyde schreibt von der Ausgabe", "[…] […] schreibt von der Ausgabe")]
    [InlineData("Heyde: an der Stelle", "[…]: an der Stelle")]
    public void Small_words_of_a_name_are_taken_out_with_it_and_never_alone(string text, string expected) =>
        Assert.Equal(expected, new PersonalWords(["Friederike von der Heyde"]).RemovedFrom(text));
}
