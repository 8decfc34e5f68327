using System.Text;
using AutoGrader.Core.Rubrics;
using AutoGrader.Documents.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace AutoGrader.Tests.Documents.Intake;

public sealed class HandInNameTests
{
    private static readonly HandInRules Rules = new();

    [Theory]
    [InlineData("Mueller-12345678.zip", "Mueller", "12345678")]
    [InlineData("Müller-12345678.zip", "Müller", "12345678")]
    [InlineData("Mu\u0308ller-12345678.zip", "Müller", "12345678")]
    [InlineData("Müller-12345678.ZIP", "Müller", "12345678")]
    [InlineData("Müller-12345678.Zip", "Müller", "12345678")]
    [InlineData("von der Heyde-11750982.zip", "von der Heyde", "11750982")]
    [InlineData("von-der-Heyde-11750982.zip", "von-der-Heyde", "11750982")]
    [InlineData("Schäfer-Nowak-1201945.zip", "Schäfer-Nowak", "1201945")]
    [InlineData("O'Connor-12345.zip", "O'Connor", "12345")]
    [InlineData("O’Connor-12345.zip", "O’Connor", "12345")]
    [InlineData("OConnor-1234567890.zip", "OConnor", "1234567890")]
    [InlineData("'t Hooft-12345.zip", "'t Hooft", "12345")]
    [InlineData("王-12345678.zip", "王", "12345678")]
    [InlineData("مريم الخطيب-12345678.zip", "مريم الخطيب", "12345678")]
    [InlineData("कुमार-12345678.zip", "कुमार", "12345678")]
    [InlineData("Nguyễn-12345678.zip", "Nguyễn", "12345678")]
    [InlineData("Łukasz-12345678.zip", "Łukasz", "12345678")]
    [InlineData("le-12345678.zip", "le", "12345678")]
    public void TryParse_right_names(string name, string surname, string number)
    {
        var parsed = HandInName.TryParse(name, Rules, out var fault);

        Assert.Null(fault);
        Assert.Equal(new HandInName(surname, number), parsed);
    }

    [Theory]
    [InlineData("Brandt_11000001.zip", "underscore")]
    [InlineData("Brandt_Anna-11000001.zip", "underscore")]
    [InlineData("11000002-Haddad.zip", "number comes first")]
    [InlineData("11000002 Haddad.zip", "number comes first")]
    [InlineData("Sauer.zip", "no matriculation number")]
    [InlineData("exercise_5.zip", "no matriculation number")]
    [InlineData("Müller-12345678 (1).zip", "(1)")]
    [InlineData("Müller-12345678(2).zip", "(1)")]
    [InlineData("Müller-12345678 - Copy.zip", "(1)")]
    [InlineData("Müller-12345678 - Kopie.zip", "(1)")]
    [InlineData("Müller-1234.zip", "5 to 10 digits")]
    [InlineData("Müller-12345678901.zip", "5 to 10 digits")]
    [InlineData("Müller-１２３４５６７８.zip", "ordinary ones")]
    [InlineData("Müller-١٢٣٤٥٦٧٨.zip", "ordinary ones")]
    [InlineData("Müller12345678.zip", "no hyphen")]
    [InlineData("Müller 12345678.zip", "no hyphen")]
    [InlineData("Müller–12345678.zip", "dash")]
    [InlineData("Müller -12345678.zip", "no space")]
    [InlineData("Müller- 12345678.zip", "no space")]
    [InlineData("Müller--12345678.zip", "no second hyphen")]
    [InlineData(" Müller-12345678.zip", "no space")]
    [InlineData("-12345678.zip", "no surname")]
    [InlineData("12345678.zip", "no surname")]
    [InlineData("Müller-12345678-final.zip", "nothing may follow")]
    [InlineData("Müller-12345678.pdf.zip", "nothing may follow")]
    [InlineData("Müller-12345678", "does not end")]
    [InlineData("Müller-12345678.rar", "does not end")]
    [InlineData("Müller-12345678.zip ", "does not end")]
    [InlineData("Dr. Müller-12345678.zip", "not of “.”")]
    [InlineData("Müller2-12345678.zip", "not of “2”")]
    [InlineData("Müller+Huber-12345678.zip", "not of “+”")]
    [InlineData("Mül\u200Eler-12345678.zip", "U+200E")]
    [InlineData("😀-12345678.zip", "no surname")]
    [InlineData(".zip", "no matriculation number")]
    [InlineData("", "does not end")]
    public void TryParse_wrong_names_say_what_is_wrong(string name, string words)
    {
        Assert.Null(HandInName.TryParse(name, Rules, out var fault));
        Assert.Contains(words, fault!.English, StringComparison.Ordinal);
        Assert.NotEmpty(fault.German);
    }

    [Fact]
    public void TryParse_absurdly_long_name_ends_at_once()
    {
        Assert.Null(HandInName.TryParse(new string('(', 1_000_000) + ".zip", Rules, out var fault));
        Assert.Contains("255", fault!.English, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_number_of_digits_is_a_setting()
    {
        var rules = new HandInRules { MinimumDigits = 7, MaximumDigits = 7 };

        Assert.NotNull(HandInName.TryParse("Le-1234567.zip", rules, out _));
        Assert.Null(HandInName.TryParse("Le-123456.zip", rules, out _));
        Assert.Null(HandInName.TryParse("Le-12345678.zip", rules, out _));
    }

    [Fact]
    public void TryParse_never_throws_and_gives_either_a_name_or_a_fault() =>
        Prop.ForAll<string>(text =>
        {
            var name = HandInName.TryParse((text ?? "") + ".zip", Rules, out var fault);
            return name is null != fault is null;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TryParse_decomposed_and_composed_names_are_equal() =>
        Prop.ForAll(Surnames().ToArbitrary(), surname =>
            HandInName.TryParse(surname.Normalize(NormalizationForm.FormC) + "-1234567.zip", Rules, out _) is { } composed &&
            composed == HandInName.TryParse(surname.Normalize(NormalizationForm.FormD) + "-1234567.zip", Rules, out _))
        .QuickCheckThrowOnFailure();

    internal static Gen<string> Surnames() =>
        from letters in Gen.Elements([.. "abcdefghijklmnopqrstuvwxyzäöüßéèñçøåæłśżışğćčřžőűāīūĐđĦħÄÖÜŠŽ"]).NonEmptyListOf()
        select string.Concat(letters);
}
