from kg.resources import data_folder, ontology_folder


def test_folders_of_the_package_are_there() -> None:
    assert (data_folder() / "gazetteer" / "states.tsv").is_file()
    assert ontology_folder().is_dir()
