"""Prints what a reader other than the platform's finds in a workbook: argv[1]."""
import json
import sys

import openpyxl



def is_boxed(border):
    # Of merged cells only those at the edges keep a side.
    return "thin" in [side.style for side in (border.left, border.right, border.top, border.bottom)]


workbook = openpyxl.load_workbook(sys.argv[1])
json.dump(
    [
        {
            "name": sheet.title,
            "cells": {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None},
            "notes": {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment},
            "merges": sorted(str(area) for area in sheet.merged_cells.ranges),
            "boxed": sorted(cell.coordinate for row in sheet.iter_rows() for cell in row if is_boxed(cell.border)),
            "font": sheet["A1"].font.name,
            "orientation": sheet.page_setup.orientation,
            "paper": sheet.page_setup.paperSize,
            "fit": [sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight],
            "titles": sheet.print_title_rows,
            "area": "".join(sheet.print_area),
        }
        for sheet in workbook.worksheets
    ],
    sys.stdout,
)
